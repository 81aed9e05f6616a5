import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { MunicipalityId } from '../../src/domain/primitives.ts';
import { addEnrolmentCode } from '../../src/server/administration.ts';
import { VERSION_1_RESPONSES } from '../fixtures/version-1/responses.ts';
import { startTestServer, type TestServer, type TestSession } from '../server/start-test-server.ts';

/** Law 8: a device of version 1 sends what it sent then, and today's server answers what it could read then. */
const Stored = z.record(z.string(), z.array(z.looseObject({})));
const stored = Stored.parse(JSON.parse(readFileSync(join(import.meta.dirname, '../protocol/version-1.json'), 'utf8')));
const message = (name: string) => stored[name]?.[0] ?? expect.fail(`no stored ${name}`);
const V1 = VERSION_1_RESPONSES;
const BASE = '/api/v1';

let server: TestServer;
let coordinator: TestSession;
beforeAll(async () => {
  server = await startTestServer();
  coordinator = await server.join('coordinator');
});
afterAll(() => server.close());

describe('law 8: the copy of what version 1 reads', () => {
  it.each(Object.entries(V1))('reads every stored %s, and none with a field more', (name, schema) => {
    const examples = stored[name] ?? [];
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      expect(schema.safeParse(example).error).toBeUndefined();
      // Problems were read loosely from the start.
      if (name !== 'Problem') expect(schema.safeParse({ ...example, more: 1 }).success).toBe(false);
    }
  });
});

describe('law 8: a device of version 1 at today’s server', () => {
  it('enrols and signs in', async () => {
    const municipality = MunicipalityId.parse('c_d969');
    const made = await addEnrolmentCode(server.administration, { municipality, uses: 1, minutes: 5 });
    const code = made.ok ? made.value.code : expect.fail(made.error);
    const enrolled = await server.api.post(`${BASE}/enrol`, { ...message('EnrolRequest'), code });
    const { deviceToken } = V1.EnrolResponse.parse(enrolled.json);
    const { username, secret } = await server.createAccount({ role: 'outreach' });
    const request = { ...message('SessionRequest'), username, secret };
    const session = await server.api.as(`Device ${deviceToken}`).post(`${BASE}/session`, request);
    V1.SessionResponse.parse(session.json);
  });

  it('pushes every kind of change it knew, pulls, and is given its receipt', async () => {
    const { stream } = z.object({ stream: z.string() }).parse(message('PushRequest'));
    const pushed = await coordinator.api.post(`${BASE}/push`, message('PushRequest'));
    const { verdicts, mark } = V1.PushResponse.parse(pushed.json);
    expect([pushed.status, verdicts.length]).toEqual([200, mark]);
    const again = await coordinator.api.post(`${BASE}/push`, message('PushRequest'));
    expect(V1.PushResponse.parse(again.json).verdicts).toEqual(verdicts);
    for (const query of ['protocol=1', 'protocol=1&limit=250']) {
      const pulled = await coordinator.api.get(`${BASE}/pull?${query}`);
      V1.PullResponse.parse(pulled.json);
    }
    const receipt = await coordinator.api.get(`${BASE}/receipt?protocol=1&stream=${stream}`);
    expect(V1.ReceiptResponse.parse(receipt.json)).toMatchObject({ mark, count: verdicts.length });
    const devices = await coordinator.api.get(`${BASE}/devices`);
    V1.DevicesResponse.parse(devices.json);
  });

  it('is refused in words that it reads', async () => {
    const gap = {
      ...message('PushRequest'),
      changes: [{ seq: 99, hash: 'a'.repeat(64), change: { id: crypto.randomUUID() } }],
    };
    const answers = [
      await coordinator.api.post(`${BASE}/push`, gap),
      await server.api.get(`${BASE}/pull?protocol=1`),
      await coordinator.api.get(`${BASE}/pull?protocol=1&cursor=made-up`),
    ];
    expect(answers.map(({ json, status }) => V1.Problem.parse(json).status === status)).toEqual([true, true, true]);
  });
});

describe('a protocol that no server knows yet', () => {
  const NEWER = 99;
  it.each([
    ['POST', 'push', 'PushRequest'],
    ['POST', 'session', 'SessionRequest'],
    ['POST', 'enrol', 'EnrolRequest'],
  ] as const)('%s /%s is told so', async (_, path, name) => {
    const api = path === 'session' ? server.api.as(`Device ${coordinator.device.token}`) : coordinator.api;
    const answer = await api.post(`${BASE}/${path}`, { ...message(name), protocol: NEWER });
    expect(V1.Problem.parse(answer.json).type).toMatch(/ProtocolUnsupported$/);
  });
});
