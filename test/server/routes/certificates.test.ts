import { v7 as newUuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CertificateAnswer } from '../../../src/protocol/certificate.ts';
import { API_BASE } from '../../../src/protocol/version.ts';
import { GENOVA, startTestServer, type TestServer, type TestSession } from '../start-test-server.ts';
import { editField, problemType, push, type TestChange } from '../test-changes.ts';

const CODE = 'D9690123456789ABCDEFGHJK';

let server: TestServer;
let coordinator: TestSession;
let certificate: TestChange;

const create = (kind: string, fields: Record<string, unknown>): TestChange => ({
  id: newUuid(),
  recordId: newUuid(),
  kind,
  at: '2026-11-20T10:00:00.000Z',
  type: 'create',
  fields,
});

beforeAll(async () => {
  server = await startTestServer();
  coordinator = await server.join('coordinator');
  const course = create('course', { title: 'Accoglienza', startDate: '2026-11-02', state: 'PLAN' });
  const enrolment = create('enrolment', {
    course: course.recordId,
    givenName: 'Leandra',
    familyName: 'Rossini',
    municipality: 'Savona',
  });
  certificate = create('certificate', {
    enrolment: enrolment.recordId,
    code: CODE,
    courseTitle: 'Accoglienza',
    minutes: 180,
    courseMinutes: 240,
    issuedDate: '2026-11-20',
    state: 'VALD',
  });
  const { verdicts } = await push(coordinator.api, newUuid(), [course, enrolment, certificate]);
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(['accepted', 'accepted', 'accepted']);
});
afterAll(() => server.close());

const ask = (code: string, api = server.api) => api.get(`${API_BASE}/certificates/${encodeURIComponent(code)}`);

describe('a certificate', () => {
  test('is told to whoever has its code, with all of these words and no other', async () => {
    const answer = await ask(CODE);
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({
      city: 'Genova',
      courseTitle: 'Accoglienza',
      minutes: 180,
      issuedDate: '2026-11-20',
      state: 'VALD',
    });
    expect(answer.text).not.toMatch(/Leandra|Rossini|Savona/);
  });

  test('is found by the code as a person types it', async () => {
    expect((await ask('d969 o1234 56789 abcde fghjk')).status).toBe(200);
  });

  test.each([
    ['another code', 'D9691123456789ABCDEFGHJK'],
    ['the code of another city of the network', 'L2190123456789ABCDEFGHJK'],
    ['a city that is none', 'Z9990123456789ABCDEFGHJK'],
    ['a part of the code', 'D9690123456789ABCDEFGHJ'],
    ['no code', '%'],
  ])('is not found by %s', async (_, code) => {
    const answer = await ask(code);
    expect([answer.status, problemType(answer)]).toEqual([404, 'NotFound']);
  });

  test('that names the code in its title only is another one', async () => {
    const other = 'D969ZZZZZZZZZZZZZZZZZZZZ';
    const titled = {
      ...(certificate.fields as Record<string, unknown>),
      courseTitle: other,
      code: CODE.replace('0', '9'),
    };
    await push(coordinator.api, newUuid(), [create('certificate', titled)]);
    expect((await ask(other)).status).toBe(404);
  });

  test('is withdrawn while its enrolment is removed, and holds again with it', async () => {
    const of = { recordId: String((certificate.fields as Record<string, unknown>).enrolment), kind: 'enrolment' };
    const change = (type: 'remove' | 'restore') =>
      push(coordinator.api, newUuid(), [{ id: newUuid(), ...of, at: '2026-11-20T10:00:00.000Z', type }]);
    await change('remove');
    expect(CertificateAnswer.parse((await ask(CODE)).json).state).toBe('WDRN');
    await change('restore');
    expect(CertificateAnswer.parse((await ask(CODE)).json).state).toBe('VALD');
  });

  test('that was withdrawn, or removed, says so and is not simply gone', async () => {
    const edit = editField(certificate, 'state', { from: 'VALD', to: 'WDRN', seenVersion: 99 });
    await push(coordinator.api, newUuid(), [edit]);
    expect(CertificateAnswer.parse((await ask(CODE)).json).state).toBe('WDRN');
    const back = editField(certificate, 'state', { from: 'WDRN', to: 'VALD', seenVersion: 99 });
    const { recordId, kind, at } = certificate;
    await push(coordinator.api, newUuid(), [back, { id: newUuid(), recordId, kind, at, type: 'remove' }]);
    expect(CertificateAnswer.parse((await ask(CODE)).json).state).toBe('WDRN');
  });

  test('slows down whoever guesses, and whoever has a code is never counted', async () => {
    for (let n = 0; n < 30; n++) expect((await ask(CODE)).status).toBe(200);
    let status = 0;
    for (let n = 0; n < 30 && status !== 429; n++) status = (await ask('D9692123456789ABCDEFGHJK')).status;
    expect(status).toBe(429);
  });

  test('is found by an index, not by reading the city', async () => {
    const plan = await server.owner.begin(async (sql) => {
      await sql`SELECT set_config('taccuino.municipality', ${GENOVA}, true), set_config('enable_seqscan', 'off', true)`;
      return sql<{ 'QUERY PLAN': string }[]>`
        EXPLAIN SELECT body FROM records WHERE municipality = ${GENOVA} AND kind = 'certificate' AND strpos(body, ${CODE}) > 0`;
    });
    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('records_certificates');
  });
});
