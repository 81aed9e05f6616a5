import type { Actor, Role } from '../../src/domain/actor.ts';
import { MunicipalityId } from '../../src/domain/primitives.ts';
import { addAccount, addEnrolmentCode } from '../../src/server/administration.ts';
import { must } from '../device/a-device.ts';
import { startTestServer, type TestServer } from '../server/start-test-server.ts';
import { cheapDerive } from '../vault/cheap-derive.ts';
import { type Place, type PlaceWish, startPlace } from './place.ts';
import { readLedger, type ServerLedger } from './server-ledger.ts';

/**
 * A small city: the real server on the real PostgreSQL, and as many real devices as wanted, each with the real `device`, `vault`
 * and `sync` rooms. Only Argon2, the clock, the timers and the road between are ours.
 */
export type World = {
  readonly server: TestServer;
  /** Today in the office. */
  readonly today: string;
  /** An account with a password. */
  readonly hire: (role: Role, name: string, municipality?: string) => Promise<Person>;
  readonly enrolmentCode: (municipality?: string) => Promise<string>;
  /** A new device on which this person has signed in; not synced yet. */
  readonly settle: (person: Person, wish?: PlaceWish) => Promise<Place>;
  readonly ledger: (municipality?: string) => Promise<ServerLedger>;
  readonly close: () => Promise<void>;
};

export type Person = { readonly actor: Actor; readonly username: string; readonly password: string };

export async function createWorld(environment: Readonly<Record<string, string>> = {}): Promise<World> {
  const server = await startTestServer(environment);
  const administration = { ...server.administration, deriveRoot: cheapDerive };
  const places: Place[] = [];
  let hired = 0;
  const world: World = {
    server,
    today: server.clock.today(),
    async hire(role, name, municipality = 'c_d969') {
      hired += 1;
      const id = MunicipalityId.parse(municipality);
      const username = `${role}.${hired}`;
      const password = `tre parole chiare ${hired}`;
      const { id: accountId } = must(
        await addAccount(administration, { municipality: id, username, name, role, password }),
      );
      return { actor: { id: accountId as Actor['id'], name, role, municipality: id }, username, password };
    },
    async enrolmentCode(municipality = 'c_d969') {
      const id = MunicipalityId.parse(municipality);
      return must(await addEnrolmentCode(administration, { municipality: id, uses: 1, minutes: 60 })).code;
    },
    async settle(person, wish = {}) {
      const place = await startPlace(world, person, wish);
      places.push(place);
      return place;
    },
    ledger: (municipality = 'c_d969') => readLedger(server, MunicipalityId.parse(municipality)),
    async close() {
      for (const place of places) await place.leave();
      await server.close();
    },
  };
  return world;
}
