import { randomBytes } from 'node:crypto';
import { v7 as newUuid } from 'uuid';
import { inject } from 'vitest';
import { Actor, type Role } from '../../src/domain/actor.ts';
import { MunicipalityId } from '../../src/domain/primitives.ts';
import { EnrolResponse } from '../../src/protocol/enrol.ts';
import { SessionResponse } from '../../src/protocol/session.ts';
import { API_BASE } from '../../src/protocol/version.ts';
import { type AdministrationPorts, addEnrolmentCode, addMunicipality } from '../../src/server/administration.ts';
import { hashSecret } from '../../src/server/auth/secret-hash.ts';
import { createServerKeys, createServerSecret } from '../../src/server/auth/server-keys.ts';
import { type Clock, createClock } from '../../src/server/clock.ts';
import { type Config, Environment } from '../../src/server/config.ts';
import { createServer } from '../../src/server/create-server.ts';
import { deriveRoot } from '../../src/server/derive-root.ts';
import { createLog } from '../../src/server/log.ts';
import { insertAccount } from '../../src/server/store/accounts.ts';
import { migrate, roleOfUrl } from '../../src/server/store/migrate.ts';
import { openPool, type Pool } from '../../src/server/store/open-pool.ts';
import { type ApiClient, createApiClient } from './api-client.ts';

/**
 * A real server on a fresh database of the run's PostgreSQL, for whoever needs one: `startTestServer()`, then people and devices
 * as wanted, then `close()`. Only the clock is ours.
 */
export type TestServer = {
  readonly url: string;
  readonly appUrl: string;
  readonly ownerUrl: string;
  readonly owner: Pool;
  readonly app: Pool;
  readonly keys: AdministrationPorts['keys'];
  readonly administration: AdministrationPorts;
  readonly clock: TestClock;
  readonly config: Config;
  readonly logLines: string[];
  readonly api: ApiClient;
  /** An account with a random secret in place of a password: quick. */
  createAccount(wish: AccountWish): Promise<TestAccount>;
  enrolDevice(municipality?: string): Promise<TestDevice>;
  /** Signed in on the given device or a new one. */
  signIn(account: TestAccount, device?: TestDevice): Promise<TestSession>;
  /** Account, device and session in one. */
  join(role: Role, municipality?: string): Promise<TestSession>;
  /** One more server process on the same database. */
  startAnother(): Promise<{ readonly url: string; close(): Promise<void> }>;
  /** Stops serving for as long as `work` takes; then it serves again under the same address. */
  whileStopped<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

export type AccountWish = {
  readonly role: Role;
  readonly municipality?: string;
  readonly username?: string;
  readonly name?: string;
};
export type TestAccount = { readonly actor: Actor; readonly username: string; readonly secret: string };
export type TestDevice = { readonly id: string; readonly token: string; readonly municipality: MunicipalityId };
export type TestSession = {
  readonly account: TestAccount;
  readonly actor: Actor;
  readonly device: TestDevice;
  readonly token: string;
  /** Requests as this person. */
  readonly api: ApiClient;
};
export type TestClock = Clock & { advance(ms: number): void };

export const GENOVA = 'c_d969';
export const TORINO = 'c_l219';

export async function startTestServer(
  environment: Readonly<Record<string, string>> = {},
  municipalities: readonly string[] = [GENOVA, TORINO],
): Promise<TestServer> {
  const database = await createDatabase();
  await migrate(database);
  const owner = openPool(database.ownerUrl, 2);
  const app = openPool(database.appUrl, 2);
  const serverSecret = createServerSecret();
  const keys = createServerKeys(serverSecret);
  const clock = createTestClock();
  const administration = { ownerPool: owner, keys, clock, deriveRoot };
  for (const id of municipalities) await addMunicipality(administration, MunicipalityId.parse(id));
  const config = Environment.parse({ TACCUINO_PORT: '0', TACCUINO_APP: '/nonexistent', ...environment });
  const logLines: string[] = [];
  const log = createLog('info', (line) => logLines.push(line));
  const start = async (port = config.TACCUINO_PORT) => {
    const server = await createServer(
      { ...config, TACCUINO_PORT: port },
      { appUrl: database.appUrl, serverSecret, clock, log },
    );
    if (!server.ok) throw new Error(server.error);
    return server.value;
  };
  let server = await start();
  const people = createPeople(server.url, administration);
  return {
    ...database,
    ...people,
    url: server.url,
    api: createApiClient(server.url),
    owner,
    app,
    keys,
    administration,
    clock,
    config,
    logLines,
    startAnother: () => start(),
    async whileStopped(work) {
      const { url } = server;
      await server.close();
      await untilUnserved(owner, roleOfUrl(database.appUrl));
      try {
        return await work();
      } finally {
        server = await start(Number(new URL(url).port));
      }
    },
    async close() {
      await server.close();
      await Promise.all([owner.end(), app.end()]);
    },
  };
}

/** PostgreSQL needs a moment to see that a connection was closed, and until then a restore takes the server for a running one. */
async function untilUnserved(owner: Pool, appRole: string): Promise<void> {
  for (let look = 0; look < 100; look += 1) {
    const served = await owner`
      SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND usename = ${appRole}`;
    if (served.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function createPeople(url: string, administration: AdministrationPorts) {
  const { ownerPool, clock } = administration;
  const api = createApiClient(url);

  async function createAccount(wish: AccountWish): Promise<TestAccount> {
    const id = newUuid();
    const { role, municipality = GENOVA, username = `u-${id}`, name = `Name of ${role}` } = wish;
    const actor = Actor.parse({ id, name, role, municipality });
    const secret = randomBytes(32).toString('base64url');
    const secretHash = await hashSecret(secret);
    const row = { id, username, name, role, municipality: actor.municipality, secretHash, at: clock.now() };
    if (!(await insertAccount(ownerPool, row))) throw new Error(`${username} is taken`);
    return { actor, username, secret };
  }

  async function enrolDevice(municipality: string = GENOVA): Promise<TestDevice> {
    const id = MunicipalityId.parse(municipality);
    const made = await addEnrolmentCode(administration, { municipality: id, uses: 1, minutes: 60 });
    if (!made.ok) throw new Error(made.error);
    const body = { protocol: 1, code: made.value.code, label: 'Test tablet' };
    const answer = await api.post(`${API_BASE}/enrol`, body);
    const { deviceId, deviceToken } = EnrolResponse.parse(answer.json);
    return { id: deviceId, token: deviceToken, municipality: id };
  }

  async function signIn(account: TestAccount, given?: TestDevice): Promise<TestSession> {
    const device = given ?? (await enrolDevice(account.actor.municipality));
    const body = { protocol: 1, username: account.username, secret: account.secret };
    const answer = await api.as(`Device ${device.token}`).post(`${API_BASE}/session`, body);
    const { token, actor } = SessionResponse.parse(answer.json);
    return { account, actor, device, token, api: api.as(`Bearer ${token}`) };
  }

  const join = async (role: Role, municipality: string = GENOVA) => signIn(await createAccount({ role, municipality }));
  return { createAccount, enrolDevice, signIn, join };
}

function createTestClock(): TestClock {
  let offsetMs = 0;
  return {
    ...createClock(() => Date.now() + offsetMs),
    advance(ms) {
      offsetMs += ms;
    },
  };
}

/** A database of its own in the run's cluster, and gone with it: dropping one by one costs a checkpoint each. */
export async function createDatabase(): Promise<{ name: string; appUrl: string; ownerUrl: string }> {
  const cluster = inject('postgres');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onCluster((sql) => sql.unsafe(`CREATE DATABASE ${name}`));
  const withDatabase = (text: string) => {
    const url = new URL(text);
    url.pathname = name;
    return url.href;
  };
  return { name, appUrl: withDatabase(cluster.appUrl), ownerUrl: withDatabase(cluster.ownerUrl) };
}

async function onCluster(work: (sql: Pool) => Promise<unknown>): Promise<void> {
  const sql = openPool(inject('postgres').ownerUrl, 1);
  await work(sql);
  await sql.end();
}
