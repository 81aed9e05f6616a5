import { randomBytes } from 'node:crypto';
import { v7 as newUuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AccountsResponse } from '../../../src/protocol/accounts.ts';
import { API_BASE } from '../../../src/protocol/version.ts';
import { readAudit } from '../read-audit.ts';
import {
  startTestServer,
  type TestAccount,
  type TestDevice,
  type TestServer,
  type TestSession,
  TORINO,
} from '../start-test-server.ts';
import { createService, problemType } from '../test-changes.ts';
import { carryIn, createRegisteredVault, createRescueFile, sealRows, sendMail } from '../test-vaults.ts';

let server: TestServer;
let coordinator: TestSession;
let admin: TestSession;

beforeAll(async () => {
  server = await startTestServer();
  coordinator = await server.join('coordinator');
  admin = await server.join('admin');
});
afterAll(() => server.close());

const HOUR_MS = 60 * 60 * 1000;
const newSecret = () => randomBytes(32).toString('base64url');
const receipt = ({ api }: TestSession) => api.get(`${API_BASE}/receipt?protocol=2&stream=${newUuid()}`);
const signIn = (device: TestDevice, { username }: TestAccount, secret: string) =>
  server.api.as(`Device ${device.token}`).post(`${API_BASE}/session`, { protocol: 2, username, secret });
const reset = (by: TestSession, id: string, secret = newSecret()) =>
  by.api.post(`${API_BASE}/accounts/${id}/reset`, { protocol: 2, secret });
const setState = (by: TestSession, id: string, verb: 'disable' | 'enable') =>
  by.api.send('POST', `${API_BASE}/accounts/${id}/${verb}`);
const changePassword = ({ api }: TestSession, oldSecret: string, secret: string) =>
  api.post(`${API_BASE}/password`, { protocol: 2, oldSecret, newSecret: secret });

/** Resolves when the server closes the stream; nobody is left waiting when it does not, the test times out. */
async function liveEnd({ token }: TestSession): Promise<() => Promise<void>> {
  const response = await fetch(`${server.url}${API_BASE}/live`, { headers: { authorization: `Bearer ${token}` } });
  const reader = response.body?.getReader();
  if (reader === undefined) throw new Error('no stream');
  await reader.read();
  return async () => {
    for (;;) if ((await reader.read()).done) return;
  };
}

describe('the accounts', () => {
  test('are listed without their secrets, and only those of the municipality', async () => {
    const worker = await server.join('outreach');
    const answer = await coordinator.api.get(`${API_BASE}/accounts`);
    const { accounts } = AccountsResponse.parse(answer.json);
    const { id, name } = worker.actor;
    const { username } = worker.account;
    expect(accounts).toContainEqual({ id, username, name, role: 'outreach', createdAt: expect.any(String) });
    const stranger = await server.join('coordinator', TORINO);
    expect((await stranger.api.get(`${API_BASE}/accounts`)).text).not.toContain(username);
  });
});

describe('a reset', () => {
  test('takes the new secret, refuses the old one, and ends all sessions at once', async () => {
    const worker = await server.join('outreach');
    const ended = await liveEnd(worker);
    const secret = newSecret();
    expect((await reset(coordinator, worker.actor.id, secret)).status).toBe(204);
    await ended();
    expect(problemType(await receipt(worker))).toBe('SessionExpired');
    expect(problemType(await signIn(worker.device, worker.account, worker.account.secret))).toBe('SignInRefused');
    expect((await signIn(worker.device, worker.account, secret)).status).toBe(200);
    const rows = (await readAudit(server)).filter(({ action }) => action === 'password-reset');
    expect(rows.at(-1)).toMatchObject({ actor: coordinator.actor.id, detail: { account: worker.actor.id } });
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  test('of an admin is for admins, of oneself for nobody, of another municipality not to be found', async () => {
    const colleague = await server.join('coordinator');
    const stranger = await server.join('outreach', TORINO);
    expect(problemType(await reset(coordinator, admin.actor.id))).toBe('NotPermitted');
    expect(problemType(await reset(coordinator, coordinator.actor.id))).toBe('NotPermitted');
    expect(problemType(await reset(admin, stranger.actor.id))).toBe('NotFound');
    expect(problemType(await reset(admin, newUuid()))).toBe('NotFound');
    expect(problemType(await reset(admin, 'nonsense'))).toBe('NotFound');
    expect((await reset(coordinator, colleague.actor.id)).status).toBe(204);
    expect((await reset(admin, (await server.join('admin')).actor.id)).status).toBe(204);
  });

  test.each([
    {},
    { protocol: 2 },
    { protocol: 2, secret: 'short' },
    { protocol: 2, secret: newSecret(), password: 'x' },
  ])('with the body %j is refused', async (body) => {
    const worker = await server.createAccount({ role: 'outreach' });
    const answer = await coordinator.api.post(`${API_BASE}/accounts/${worker.actor.id}/reset`, body);
    expect(problemType(answer)).toBe('BodyInvalid');
  });
});

describe('a disabled account', () => {
  test('is told so by every session, and at sign-in only with the right secret', async () => {
    const worker = await server.join('outreach');
    const ended = await liveEnd(worker);
    expect((await setState(coordinator, worker.actor.id, 'disable')).status).toBe(204);
    await ended();
    expect(problemType(await receipt(worker))).toBe('AccountDisabled');
    const right = await signIn(worker.device, worker.account, worker.account.secret);
    expect([right.status, problemType(right)]).toEqual([403, 'AccountDisabled']);
    expect(problemType(await signIn(worker.device, worker.account, newSecret()))).toBe('SignInRefused');
    server.clock.advance(40 * 24 * HOUR_MS);
    expect(problemType(await receipt(worker))).toBe('AccountDisabled');
    coordinator = await server.signIn(coordinator.account);
    admin = await server.signIn(admin.account);
  });

  test('may come in again when it is enabled', async () => {
    const worker = await server.join('outreach');
    for (let time = 0; time < 2; time++) await setState(coordinator, worker.actor.id, 'disable');
    const listed = AccountsResponse.parse((await coordinator.api.get(`${API_BASE}/accounts`)).json).accounts;
    expect(listed.find(({ id }) => id === worker.actor.id)?.disabledAt).toBeDefined();
    for (let time = 0; time < 2; time++) await setState(admin, worker.actor.id, 'enable');
    expect((await receipt(worker)).status).toBe(200);
    const rows = (await readAudit(server)).filter(({ detail }) => detail.account === worker.actor.id);
    expect(rows.map(({ action }) => action)).toEqual(['account-created', 'account-disabled', 'account-enabled']);
  });

  test('is nobody who disables themselves, and no admin for a coordinator', async () => {
    for (const self of [coordinator, admin]) {
      expect(problemType(await setState(self, self.actor.id, 'disable'))).toBe('NotPermitted');
    }
    expect(problemType(await setState(coordinator, admin.actor.id, 'disable'))).toBe('NotPermitted');
    const other = await server.join('admin');
    expect((await setState(admin, other.actor.id, 'disable')).status).toBe(204);
    expect(problemType(await setState(coordinator, other.actor.id, 'enable'))).toBe('NotPermitted');
  });

  test('still has its unsent work brought, which is held', async () => {
    const worker = await server.join('outreach');
    const vault = await createRegisteredVault(server, worker);
    await setState(coordinator, worker.actor.id, 'disable');
    const rows = await sealRows(vault, [createService()]);
    const mailed = await sendMail(server, vault, newUuid(), rows);
    expect(mailed.json).toMatchObject({ rows: [{ became: 'held' }] });
    const file = createRescueFile(vault, newUuid(), rows);
    expect((await carryIn(coordinator, file)).json).toEqual({ taken: 0, held: 1, unreadable: 0 });
  });
});

describe('changing one’s own password', () => {
  test('takes the old secret, keeps this session, and ends the others', async () => {
    const worker = await server.join('outreach');
    const elsewhere = await server.signIn(worker.account);
    const ended = await liveEnd(elsewhere);
    const secret = newSecret();
    expect((await changePassword(worker, worker.account.secret, secret)).status).toBe(204);
    await ended();
    expect((await receipt(worker)).status).toBe(200);
    expect(problemType(await receipt(elsewhere))).toBe('SessionExpired');
    expect(problemType(await signIn(worker.device, worker.account, worker.account.secret))).toBe('SignInRefused');
    expect((await signIn(worker.device, worker.account, secret)).status).toBe(200);
    const rows = (await readAudit(server)).filter(({ action }) => action === 'password-changed');
    expect(rows.at(-1)).toMatchObject({ actor: worker.actor.id, detail: { account: worker.actor.id } });
  });

  test('with a wrong old secret is refused and slowed down like signing in, and slows it down too', async () => {
    server.clock.advance(2 * HOUR_MS);
    const worker = await server.join('outreach');
    for (let time = 0; time < 5; time++) {
      expect(problemType(await changePassword(worker, newSecret(), newSecret()))).toBe('SignInRefused');
    }
    const slowed = await changePassword(worker, worker.account.secret, newSecret());
    expect([problemType(slowed), slowed.headers.get('retry-after')]).toEqual(['SignInSlowDown', '1']);
    expect(problemType(await signIn(worker.device, worker.account, worker.account.secret))).toBe('SignInSlowDown');
    server.clock.advance(2 * HOUR_MS);
    expect((await signIn(worker.device, worker.account, worker.account.secret)).status).toBe(200);
  });
});

describe('a wiped device', () => {
  const sayWiped = ({ token }: TestDevice) => server.api.as(`Device ${token}`).send('POST', `${API_BASE}/wiped`);

  test('has its browser cleared, whether it was revoked or not, and that is written down once', async () => {
    const device = await server.enrolDevice();
    expect((await sayWiped(device)).headers.get('clear-site-data')).toBe('"cache", "storage"');
    await coordinator.api.send('POST', `${API_BASE}/devices/${device.id}/revoke`);
    const answer = await sayWiped(device);
    expect([answer.status, answer.headers.get('clear-site-data')]).toEqual([204, '"cache", "storage"']);
    const rows = (await readAudit(server)).filter(({ action }) => action === 'device-wiped');
    expect(rows.map(({ detail }) => detail.device)).toEqual([device.id]);
  });
});
