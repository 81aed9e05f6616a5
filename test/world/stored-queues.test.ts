import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashSecret } from '../../src/server/auth/secret-hash.ts';
import { hashToken } from '../../src/server/auth/tokens.ts';
import { insertAccount } from '../../src/server/store/accounts.ts';
import { inMunicipality, OPERATOR_ACTOR } from '../../src/server/store/in-municipality.ts';
import { loginSalt, rootToLoginSecret } from '../../src/vault/password-root.ts';
import { readStoredDevice, STORED_VERSIONS, storedDeviceToDisk } from '../fixtures/stored-device.ts';
import { createPerson, push } from '../server/test-changes.ts';
import { cheapDerive } from '../vault/cheap-derive.ts';
import { createWorld, type World } from './create-world.ts';
import { expectNothingLost, expectOnceEach } from './laws.ts';

/** Law 8 on the road: a device that a released version left with a full queue meets today's app and today's server. */
describe.each(STORED_VERSIONS)('law 8: the queue of version %i', (version) => {
  const stored = readStoredDevice(version);
  const { actor, username, password } = stored;
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
    await letServerKnow();
  });
  afterAll(() => world.close());

  /** The account, the device and the records of the stored device, as a server that was upgraded in place has them. */
  async function letServerKnow(): Promise<void> {
    const { owner, clock } = world.server;
    const root = await cheapDerive({ password, salt: await loginSalt({ municipality: actor.municipality, username }) });
    const at = clock.now();
    const secret = await rootToLoginSecret(root);
    const { municipality } = actor;
    await insertAccount(owner, { ...actor, username, secretHash: await hashSecret(secret), at });
    const [row] = stored.tables.device ?? [];
    const [deviceId, token] = [String(row?.deviceId), String(row?.deviceToken)];
    await inMunicipality(
      owner,
      { municipality, actor: OPERATOR_ACTOR },
      (sql) => sql`
      INSERT INTO devices (municipality, id, label, token_hash, enrolled_at)
      VALUES (${municipality}, ${deviceId}, 'Unità mobile 2', ${hashToken(token)}, ${at})`,
    );
    const session = await world.server.signIn(
      { actor, username, secret },
      { id: deviceId, token, municipality: actor.municipality },
    );
    const people = stored.confirmed.map(({ id, fields }) => ({ ...createPerson(fields), recordId: id }));
    await push(session.api, crypto.randomUUID(), people);
  }

  it('goes up, every change gets its verdict once, and nothing else is lost', async () => {
    const disk = await storedDeviceToDisk(stored);
    const clockShiftMs = Date.parse(stored.at) - Date.parse(world.server.clock.now());
    const place = await world.settle({ actor, username, password }, { disk, clockShiftMs });
    // This server begins another epoch than the one that refused, and refuses for no reason of its own.
    const asked = [...stored.waiting, ...stored.attention];
    place.saved.push(...asked);
    await place.letTimePass();
    const { verdicts } = await world.ledger();
    expect(stored.attention.length).toBeGreaterThan(0);
    expect(asked.map(({ id }) => verdicts.get(id)?.verdict)).toEqual(asked.map(() => 'accepted'));
    expect(place.vault().outbox.peek()).toEqual([]);
    expect(place.vault().drafts.find(stored.draft.key)).toEqual(stored.draft.value);
    await expectNothingLost(world, [place]);
    await expectOnceEach(world, [place]);
    const ledger = await world.ledger();
    expect(place.confirmed()).toEqual(ledger.visibleTo(actor));
    expect(place.faults).toEqual([]);
  });
});
