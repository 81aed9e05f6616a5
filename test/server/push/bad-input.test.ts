import { gzipSync } from 'node:zlib';
import { v7 as newUuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashChange } from '../../../src/protocol/change-hash.ts';
import { API_BASE } from '../../../src/protocol/version.ts';
import { startTestServer, type TestServer, type TestSession } from '../start-test-server.ts';
import {
  createPerson,
  createService,
  numberChanges,
  problemType,
  push,
  sendPush,
  type TestChange,
} from '../test-changes.ts';

let server: TestServer;
let worker: TestSession;

beforeAll(async () => {
  server = await startTestServer();
  worker = await server.join('outreach');
});
afterAll(() => server.close());

const PUSH = `${API_BASE}/push`;
const JSON_TYPE = { 'content-type': 'application/json' };
const sendRaw = (body: BodyInit, headers: Record<string, string> = JSON_TYPE) =>
  worker.api.send('POST', PUSH, { body, headers });

describe('a body', () => {
  test.each([
    ['broken JSON', '{"protocol":1,', 'BodyInvalid', 400],
    ['nothing', '', 'BodyInvalid', 400],
    ['UTF-8 that is none', new Uint8Array([0x22, 0xff, 0xfe, 0x22]), 'BodyInvalid', 400],
    ['JSON that is no push', '[]', 'BodyInvalid', 400],
    ['brackets without end', '['.repeat(100_000), 'BodyInvalid', 400],
    ['10 MB', JSON.stringify({ filler: 'x'.repeat(10 * 1024 * 1024) }), 'BodyTooLarge', 413],
  ])('of %s is refused with a clear problem', async (_, body, type, status) => {
    const answer = await sendRaw(body);
    expect([answer.status, problemType(answer)]).toEqual([status, type]);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });

  test('of 10 MB without an announced length is refused too', async () => {
    const chunk = new TextEncoder().encode(' '.repeat(1024 * 1024));
    let left = 10;
    const body = new ReadableStream({ pull: (to) => (left-- > 0 ? to.enqueue(chunk) : to.close()) });
    const headers = { ...JSON_TYPE, authorization: `Bearer ${worker.token}` };
    const refused = await fetch(`${server.url}${PUSH}`, {
      method: 'POST',
      body,
      headers,
      duplex: 'half',
    } as RequestInit).then(
      ({ status }) => status,
      // The server may close before all was sent.
      () => 413,
    );
    expect(refused).toBe(413);
  });

  test('in gzip is taken, unless it is broken or swells too much', async () => {
    const changes = await numberChanges([createService()]);
    const whole = gzipSync(JSON.stringify({ protocol: 1, stream: newUuid(), changes }));
    const zipped = { ...JSON_TYPE, 'content-encoding': 'gzip' };
    expect((await sendRaw(whole, zipped)).status).toBe(200);
    expect(problemType(await sendRaw(whole.subarray(0, 60), zipped))).toBe('BodyInvalid');
    expect(problemType(await sendRaw(gzipSync(' '.repeat(50 * 1024 * 1024)), zipped))).toBe('BodyTooLarge');
  });

  test('of another type or encoding is not looked at', async () => {
    expect((await sendRaw('{}', { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await sendRaw('{}', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415);
    expect((await sendRaw('{}', { ...JSON_TYPE, 'content-encoding': 'br' })).status).toBe(415);
  });

  test('of a protocol that is not served says so', async () => {
    const answer = await worker.api.post(PUSH, { protocol: 99, stream: newUuid(), changes: [] });
    expect(problemType(answer)).toBe('ProtocolUnsupported');
    expect(problemType(await worker.api.get(`${API_BASE}/pull?protocol=99`))).toBe('ProtocolUnsupported');
  });

  test('with forged actor or municipality is refused as a whole', async () => {
    const changes = await numberChanges([createService()]);
    const forged = { protocol: 1, stream: newUuid(), changes, actor: { role: 'coordinator' }, municipality: 'c_l219' };
    expect(problemType(await worker.api.post(PUSH, forged))).toBe('BodyInvalid');
  });

  test('with too many changes is refused', async () => {
    const changes = await numberChanges(Array.from({ length: 501 }, () => createService()));
    expect(problemType(await sendPush(worker.api, newUuid(), changes))).toBe('BodyInvalid');
  });
});

describe('a word outside of changes', () => {
  test.each([
    ['half a surrogate pair', 'a\\ud83d'],
    ['NUL', 'a\\u0000'],
    ['nothing to see', ' '],
    ['a book', 'x'.repeat(10_000)],
  ])('with %s is refused, and no code is used up', async (_, label) => {
    const body = `{"protocol":1,"code":"D969-AAAA-AAAA","label":"${label}"}`;
    const answer = await server.api.send('POST', `${API_BASE}/enrol`, { body, headers: JSON_TYPE });
    expect([answer.status, problemType(answer)]).toEqual([400, 'BodyInvalid']);
  });

  test.each(['a\u0000', '__proto__', 'x'.repeat(500), "' OR 1=1 --"])(
    'such as the cursor %j is no cursor',
    async (text) => {
      const answer = await worker.api.get(`${API_BASE}/pull?protocol=1&cursor=${encodeURIComponent(text)}`);
      expect(answer.status).toBe(400);
    },
  );
});

describe('a change', () => {
  const fieldsOf = (fields: Record<string, unknown>): TestChange => ({
    ...createService(),
    fields: { ...(createService().fields as object), ...fields },
  });

  test.each<[string, TestChange, string]>([
    ['with an unknown property', { ...createService(), surprise: 1 }, 'ChangeMalformed'],
    ['with a forged author', { ...createService(), createdBy: { id: newUuid(), name: 'X' } }, 'ChangeMalformed'],
    ['with a forged municipality', { ...createService(), municipality: 'c_l219' }, 'ChangeMalformed'],
    ['of a type that is none', { ...createService(), type: 'obliterate' }, 'ChangeMalformed'],
    ['of a kind that is none', { ...createService(), kind: 'spaceship' }, 'KindUnknown'],
    ['with an unknown field', fieldsOf({ surprise: 1 }), 'FieldsRefused'],
    ['on 30 February', fieldsOf({ date: '2025-02-30' }), 'FieldsRefused'],
    ['in the future', fieldsOf({ date: '2198-01-01' }), 'FieldsRefused'],
    ['of negative minutes', fieldsOf({ minutes: -5 }), 'FieldsRefused'],
    ['with a note as long as a book', fieldsOf({ note: 'x'.repeat(100_000) }), 'FieldsRefused'],
    ['longer than any change of ours', fieldsOf({ note: 'x'.repeat(1_000_000) }), 'ChangeMalformed'],
    ['with NUL in a text', fieldsOf({ note: 'a\u0000b' }), 'ChangeMalformed'],
    ['with an id that is none', { ...createService(), recordId: 'me' }, 'ChangeMalformed'],
    ['with negative money', { ...createPerson(), kind: 'placement', fields: { rentCents: -1 } }, 'FieldsRefused'],
  ])('%s is refused alone, with the reason', async (_, change, type) => {
    const pushed = await push(worker.api, newUuid(), [createService(), change, createService()]);
    expect(pushed.verdicts.map(({ verdict }) => verdict)).toEqual(['accepted', 'refused', 'accepted']);
    expect(pushed.verdicts[1]).toMatchObject({ refusal: { type } });
  });

  test('with half a surrogate pair is refused alone and kept', async () => {
    const stream = newUuid();
    const whole = createService({ note: 'HALF' });
    const numbered = await numberChanges([whole, createService()]);
    const text = JSON.stringify({ protocol: 1, stream, changes: numbered }).replace('HALF', '\\ud83d');
    const answer = await sendRaw(text);
    expect(answer.json).toMatchObject({
      verdicts: [{ verdict: 'refused', refusal: { type: 'ChangeMalformed', path: 'text' } }, { verdict: 'accepted' }],
    });
  });

  test('with a __proto__ key is refused alone and pollutes nothing', async () => {
    const change = createService();
    const { hash } = (await numberChanges([change]))[0] ?? { hash: '' };
    const text = JSON.stringify(change).replace('"type":"create"', '"type":"create","__proto__":{"polluted":true}');
    const inFields = JSON.stringify(createService()).replace('"fields":{', '"fields":{"__proto__":{"polluted":true},');
    const fieldsHash = await hashChange(JSON.parse(inFields));
    const changes = `[{"seq":1,"hash":"${hash}","change":${text}},{"seq":2,"hash":"${fieldsHash}","change":${inFields}}]`;
    const answer = await sendRaw(`{"protocol":1,"stream":"${newUuid()}","changes":${changes}}`);
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({ verdicts: [{}, { verdict: 'refused', refusal: { type: 'ChangeMalformed' } }] });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(answer.text).not.toContain('polluted');
  });

  test('with a number beyond all numbers is refused alone', async () => {
    const numbered = await numberChanges([createService({ minutes: 424_242 }), createService()]);
    const text = JSON.stringify({ protocol: 1, stream: newUuid(), changes: numbered }).replace('424242', '1e999');
    const answer = await sendRaw(text);
    expect(answer.json).toMatchObject({
      verdicts: [{ verdict: 'refused', refusal: { type: 'ChangeMalformed' } }, { verdict: 'accepted' }],
    });
  });

  test('whose id comes again in capitals is refused alone, also when it is sent again', async () => {
    const change = createService();
    const loud = { ...createService(), id: change.id.toUpperCase() };
    const fresh = { ...createService(), id: newUuid().toUpperCase() };
    const stream = newUuid();
    const pushed = await push(worker.api, stream, [change, loud, fresh, createService()]);
    expect(pushed.verdicts).toMatchObject([
      { verdict: 'accepted' },
      { verdict: 'refused', refusal: { type: 'ChangeIdReused' } },
      { verdict: 'refused', refusal: { type: 'ChangeMalformed', path: 'id' } },
      { verdict: 'accepted' },
    ]);
    expect((await push(worker.api, stream, [change, loud, fresh])).verdicts).toEqual(pushed.verdicts.slice(0, 3));
    expect((await push(worker.api, newUuid(), [loud])).verdicts).toMatchObject([{ verdict: 'refused' }]);
  });

  test('that is malformed is kept as it came', async () => {
    const change = { ...createService(), surprise: 'kept-as-it-came' };
    await push(worker.api, newUuid(), [change]);
    const [row] = await server.owner.begin(async (sql) => {
      await sql`SELECT set_config('taccuino.municipality', 'c_d969', true)`;
      return sql<{ body: string }[]>`SELECT body FROM changes WHERE id = ${change.id}`;
    });
    expect(JSON.parse(row?.body ?? '')).toEqual(change);
  });
});

test('headers without end are refused, and the server goes on', async () => {
  const answer = await worker.api.get(`${API_BASE}/pull?protocol=1&cursor=${'x'.repeat(20_000)}`);
  expect(answer.status).toBe(431);
  expect((await worker.api.get('/healthz')).status).toBe(200);
});
