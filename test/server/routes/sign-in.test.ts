import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MunicipalityId } from '../../../src/domain/primitives.ts';
import { API_BASE } from '../../../src/protocol/version.ts';
import { addAccount, addEnrolmentCode, resetPassword } from '../../../src/server/administration.ts';
import { deriveRoot } from '../../../src/server/derive-root.ts';
import { loginSalt, rootToLoginSecret } from '../../../src/vault/password-root.ts';
import { GENOVA, startTestServer, type TestDevice, type TestServer } from '../start-test-server.ts';
import { problemType } from '../test-changes.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const municipality = MunicipalityId.parse(GENOVA);
const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const WRONG = 'w'.repeat(43);
const enrol = (code: string) => server.api.post(`${API_BASE}/enrol`, { protocol: 1, code, label: 'Tablet' });
const signIn = (device: TestDevice, username: string, secret: string) =>
  server.api.as(`Device ${device.token}`).post(`${API_BASE}/session`, { protocol: 1, username, secret });

async function createCode(uses = 1): Promise<string> {
  const made = await addEnrolmentCode(server.administration, { municipality, uses, minutes: 60 });
  if (!made.ok) throw new Error(made.error);
  return made.value.code;
}

describe('an enrolment code', () => {
  test('names its city, is typed in any way, and works once', async () => {
    const code = await createCode();
    expect(code).toMatch(/^D969-[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/);
    const first = await enrol(` ${code.toLowerCase().replaceAll('-', ' ')} `);
    expect(first.json).toMatchObject({
      municipality: { id: GENOVA, name: 'Genova' },
      escrow: { publicKey: expect.any(String) },
    });
    expect(problemType(await enrol(code))).toBe('EnrolmentCodeInvalid');
  });

  test('used by many at once lets in as many as it may', async () => {
    const code = await createCode(2);
    const answers = await Promise.all(Array.from({ length: 6 }, () => enrol(code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(2);
  });

  test('is refused when it is too old or made up', async () => {
    const code = await createCode();
    server.clock.advance(HOUR_MS + 1000);
    expect(problemType(await enrol(code))).toBe('EnrolmentCodeInvalid');
    expect(problemType(await enrol('D969-AAAA-AAAA'))).toBe('EnrolmentCodeInvalid');
    expect(problemType(await enrol('Z999-AAAA-AAAA'))).toBe('EnrolmentCodeInvalid');
  });

  test('is not in the database in clear', async () => {
    const code = await createCode();
    const [row] = await server.owner.begin(async (sql) => {
      await sql`SELECT set_config('taccuino.municipality', ${GENOVA}, true)`;
      return sql<{ all: string }[]>`SELECT json_agg(c)::text AS all FROM enrolment_codes c`;
    });
    expect(row?.all).not.toContain(code.slice(5, 9));
  });

  test('that is guessed at slows the guesser down', async () => {
    const answers = [];
    for (let guess = 0; guess < 25; guess++) answers.push(await enrol('D969-BBBB-BBBB'));
    expect(answers.map(problemType)).toContain('SignInSlowDown');
    server.clock.advance(2 * HOUR_MS);
    expect((await enrol(await createCode())).status).toBe(200);
  });
});

describe('signing in', () => {
  test('takes the secret that a device derives from the password, until it is reset', async () => {
    const login = { municipality, username: 'anna' };
    const secretOf = async (password: string) =>
      rootToLoginSecret(await deriveRoot({ password, salt: await loginSalt(login) }));
    const added = await addAccount(server.administration, {
      ...login,
      name: 'Anna',
      role: 'outreach',
      password: 'prima parola',
    });
    expect(added.ok).toBe(true);
    const device = await server.enrolDevice();
    const first = await signIn(device, 'anna', await secretOf('prima parola'));
    expect(first.json).toMatchObject({ actor: { name: 'Anna', role: 'outreach', municipality: GENOVA } });
    const token = (first.json as { token: string }).token;

    await resetPassword(server.administration, { ...login, password: 'seconda parola' });
    const ended = await server.api.as(`Bearer ${token}`).get(`${API_BASE}/pull?protocol=1`);
    expect(problemType(ended)).toBe('SessionExpired');
    expect(problemType(await signIn(device, 'anna', await secretOf('prima parola')))).toBe('SignInRefused');
    expect((await signIn(device, 'anna', await secretOf('seconda parola'))).status).toBe(200);
  });

  test('answers the same for a wrong password and an unknown user', async () => {
    const account = await server.createAccount({ role: 'outreach' });
    const device = await server.enrolDevice();
    const wrong = await signIn(device, account.username, WRONG);
    const unknown = await signIn(device, 'there-is-none', WRONG);
    expect([wrong.status, wrong.text]).toEqual([unknown.status, unknown.text]);
    expect(problemType(wrong)).toBe('SignInRefused');
  });

  test('slows down after some failures, also for the right password, and never for good', async () => {
    const account = await server.createAccount({ role: 'outreach' });
    const device = await server.enrolDevice();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 5; attempt++) await signIn(device, account.username, WRONG);
    for (let round = 0; round < 9; round++) {
      const answer = await signIn(device, account.username, account.secret);
      expect(problemType(answer)).toBe('SignInSlowDown');
      const wait = Number(answer.headers.get('retry-after'));
      waits.push(wait);
      server.clock.advance(wait * 1000);
      if (round < 8) await signIn(device, account.username, WRONG);
    }
    expect(waits.slice(0, 4)).toEqual([1, 2, 4, 8]);
    expect(waits.at(-1)).toBe(60);
    expect((await signIn(device, account.username, account.secret)).status).toBe(200);
    expect((await signIn(device, account.username, WRONG)).status).toBe(401);
  });

  test('counts tries that come all at once', async () => {
    server.clock.advance(2 * HOUR_MS);
    const account = await server.createAccount({ role: 'outreach' });
    const device = await server.enrolDevice();
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn(device, account.username, WRONG)));
    expect(answers.filter((answer) => problemType(answer) === 'SignInRefused')).toHaveLength(5);
    server.clock.advance(2 * HOUR_MS);
  });
});

describe('a session', () => {
  const pull = (token: string) => server.api.as(`Bearer ${token}`).get(`${API_BASE}/pull?protocol=1`);

  test('lasts 30 days from the last contact', async () => {
    const worker = await server.join('outreach');
    for (const days of [20, 20, 29]) {
      server.clock.advance(days * DAY_MS);
      expect((await pull(worker.token)).status).toBe(200);
    }
    server.clock.advance(31 * DAY_MS);
    expect(problemType(await pull(worker.token))).toBe('SessionExpired');
  });

  test('ends with signing out, and only itself', async () => {
    const account = await server.createAccount({ role: 'outreach' });
    const [one, two] = [await server.signIn(account), await server.signIn(account)];
    expect((await one.api.delete(`${API_BASE}/session`)).status).toBe(204);
    expect(problemType(await pull(one.token))).toBe('SessionExpired');
    expect((await pull(two.token)).status).toBe(200);
  });

  test('on a revoked device is told so, and the device cannot sign in again', async () => {
    const coordinator = await server.join('coordinator');
    const worker = await server.join('outreach');
    const revoked = await coordinator.api.send('POST', `${API_BASE}/devices/${worker.device.id}/revoke`);
    expect(revoked.status).toBe(204);
    expect(problemType(await pull(worker.token))).toBe('DeviceRevoked');
    const { username, secret } = worker.account;
    expect(problemType(await signIn(worker.device, username, secret))).toBe('DeviceRevoked');
    const list = await coordinator.api.get(`${API_BASE}/devices`);
    const devices = (list.json as { devices: { id: string; revokedAt?: string }[] }).devices;
    expect(devices.find(({ id }) => id === worker.device.id)?.revokedAt).toBeDefined();
    server.clock.advance(40 * DAY_MS);
    expect(problemType(await pull(worker.token))).toBe('DeviceRevoked');
  });
});
