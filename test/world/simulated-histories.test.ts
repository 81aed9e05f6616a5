import { afterAll, beforeAll, expect, test } from 'vitest';
import { MunicipalityId } from '../../src/domain/primitives.ts';
import type { RecordEnvelope } from '../../src/domain/record.ts';
import { SessionResponse } from '../../src/protocol/session.ts';
import { createServerKeys } from '../../src/server/auth/server-keys.ts';
import { hashToken } from '../../src/server/auth/tokens.ts';
import { createClock } from '../../src/server/clock.ts';
import { ROUTES } from '../../src/server/routes.ts';
import type { ServerPorts } from '../../src/server/server-ports.ts';
import { insertAccount } from '../../src/server/store/accounts.ts';
import { inMunicipality } from '../../src/server/store/in-municipality.ts';
import { createPushStore } from '../../src/server/store/push-store.ts';
import { insertSession } from '../../src/server/store/sessions.ts';
import { startTestServer, type TestServer } from '../server/start-test-server.ts';
import { startWorker } from '../simulation/pool.ts';
import type { Exchange } from '../simulation/simulated-server.ts';

/**
 * The store in memory that the simulation runs on is only as good as it is like the real one: whole histories of simulated cities are asked
 * of PostgreSQL too, request by request, and every answer has to be the same.
 */
const SEEDS = [3, 17, 60, 184];
const SCOPE = { municipality: MunicipalityId.parse('c_d969'), actor: 'operator' };
/** As simulated-server.ts has it: cursors are compared too. */
const SERVER_SECRET = Buffer.alloc(32, 7).toString('base64url');

type History = { readonly exchanges: readonly Exchange[]; readonly records: readonly RecordEnvelope[] };

let server: TestServer;
const servers: TestServer[] = [];
beforeAll(async () => {
  for (const _ of SEEDS) servers.push(await startTestServer());
});
afterAll(() => Promise.all(servers.map((one) => one.close())));

test.each(SEEDS)('PostgreSQL gives the answers of the simulated store: seed %i', async (seed) => {
  server = servers[SEEDS.indexOf(seed)] as TestServer;
  const { exchanges, records } = await recordHistory(seed);
  expect(exchanges.filter(({ request }) => request.path.endsWith('/push')).length).toBeGreaterThan(0);
  let before = '';
  for (const [index, exchange] of exchanges.entries()) {
    const { accounts, devices, sessions, epoch } = exchange;
    const standing = JSON.stringify([[...accounts], [...devices], sessions, epoch]);
    if (standing !== before) await bringUpTo(exchange);
    before = standing;
    const { request, answer, at } = exchange;
    if (request.path.endsWith('/session')) {
      await signIn(exchange);
      continue;
    }
    const real = await ask(exchange);
    const where = `${index}: ${request.method} ${request.path} at ${at}`;
    if (answer !== undefined)
      expect({ where, ...real }).toEqual({ where, status: answer.status, json: jsonOf(answer.text) });
  }
  const stored = await inMunicipality(
    server.owner,
    SCOPE,
    (sql) => sql<{ body: string }[]>`SELECT body FROM records ORDER BY id`,
  );
  const byId = (one: RecordEnvelope, other: RecordEnvelope) => (one.id < other.id ? -1 : 1);
  expect(stored.map(({ body }) => JSON.parse(body))).toEqual([...records].sort(byId));
});

async function recordHistory(seed: number): Promise<History> {
  const worker = await startWorker();
  const histories: History[] = [];
  await worker.run({ type: 'history', seed }, (message) => message.type === 'history' && histories.push(message));
  await worker.close();
  if (histories[0] === undefined) throw new Error('no history came');
  return histories[0];
}

/** Accounts, devices, sessions and epoch as they stood when the request came. */
async function bringUpTo({ accounts, devices, sessions, epoch, at }: Exchange): Promise<void> {
  const { owner } = server;
  const { municipality } = SCOPE;
  for (const account of accounts.values()) {
    const isNew = await insertAccount(owner, { ...account, municipality, secretHash: 'none', at });
    if (isNew) continue;
    await inMunicipality(
      owner,
      SCOPE,
      (sql) => sql`UPDATE accounts SET role = ${account.role} WHERE id = ${account.id}`,
    );
  }
  await inMunicipality(owner, SCOPE, async (sql) => {
    await sql`UPDATE municipalities SET epoch = ${epoch} WHERE municipality = ${municipality}`;
    for (const { id, tokenHash, isRevoked } of devices.values()) {
      const revokedAt = isRevoked ? at : null;
      await sql`
        INSERT INTO devices (municipality, id, label, token_hash, enrolled_at, revoked_at)
        VALUES (${municipality}, ${id}, 'simulated', ${tokenHash}, ${at}, ${revokedAt})
        ON CONFLICT (municipality, id) DO UPDATE SET revoked_at = ${revokedAt}`;
    }
    await sql`DELETE FROM sessions WHERE municipality = ${municipality} AND token_hash <> ALL(${[...sessions]})`;
  });
}

async function signIn({ answer, at, request, devices, accounts }: Exchange): Promise<void> {
  const session = SessionResponse.safeParse(jsonOf(answer?.text ?? ''));
  if (!session.success) return;
  const deviceHash = hashToken(request.authorization.split(' ')[1] ?? '');
  const device = [...devices.values()].find(({ tokenHash }) => tokenHash === deviceHash);
  const account = accounts.get(session.data.actor.id);
  if (device === undefined || account === undefined) throw new Error('a session of nobody');
  const { municipality } = SCOPE;
  const tokenHash = hashToken(session.data.token);
  await insertSession(server.app, { municipality, account, deviceId: device.id, tokenHash, at, forgive: [] });
}

async function ask({ request, at }: Exchange): Promise<{ status: number; json: unknown }> {
  const ports = {
    pool: server.app,
    pushStore: createPushStore(server.app),
    clock: createClock(() => Date.parse(at)),
    keys: createServerKeys(SERVER_SECRET),
    live: { announce: () => undefined },
    log: () => undefined,
  } as unknown as ServerPorts;
  const url = new URL(request.path, 'https://taccuino.test');
  const route = ROUTES.find(({ method, path }) => method === request.method && path === url.pathname);
  const raw = new Request(url, {
    method: request.method,
    headers: { authorization: request.authorization, 'content-type': 'application/json' },
    ...(request.body !== undefined && { body: request.body }),
  });
  const answer = await route?.run({ raw, params: {}, address: '203.0.113.7' }, ports);
  if (answer === undefined) throw new Error(`nobody answers ${request.path}`);
  return { status: answer.status, json: jsonOf(await answer.text()) };
}

/** Some answers are a yes without words. */
const jsonOf = (text: string): unknown => (text === '' ? undefined : JSON.parse(text));
