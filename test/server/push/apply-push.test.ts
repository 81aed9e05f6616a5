import { v7 as newUuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHAIN_START, extendChain, hashChange } from '../../../src/protocol/change-hash.ts';
import { PushResponse } from '../../../src/protocol/push.ts';
import { ReceiptResponse } from '../../../src/protocol/receipt.ts';
import { API_BASE } from '../../../src/protocol/version.ts';
import { digestChain, digestChange } from '../../../src/server/push/change-digest.ts';
import { startTestServer, type TestServer, type TestSession, TORINO } from '../start-test-server.ts';
import { createPerson, createService, editField, numberChanges, problemType, push, sendPush } from '../test-changes.ts';

let server: TestServer;
let worker: TestSession;
let coordinator: TestSession;

beforeAll(async () => {
  server = await startTestServer();
  worker = await server.join('outreach');
  coordinator = await server.join('coordinator');
});
afterAll(() => server.close());

const countRows = async (table: 'records' | 'changes' | 'audit') => {
  const rows = await server.owner.begin(async (sql) => {
    await sql`SELECT set_config('taccuino.municipality', 'c_d969', true)`;
    return sql<{ count: number }[]>`SELECT count(*) AS count FROM ${sql(table)}`;
  });
  return rows[0]?.count;
};

describe('a push', () => {
  test('decides a person, a service for them and a correction in one go', async () => {
    const person = createPerson();
    const service = createService({ beneficiary: person.recordId });
    const correction = editField(service, 'minutes', { from: null, to: 20, seenVersion: 0 });
    const pushed = await push(worker.api, newUuid(), [person, service, correction]);
    expect(pushed.verdicts.map(({ verdict }) => verdict)).toEqual(['accepted', 'accepted', 'accepted']);
    expect(pushed.mark).toBe(3);
    expect(pushed.records).toHaveLength(2);
    const corrected = pushed.records.find(({ id }) => id === service.recordId);
    expect(corrected).toMatchObject({
      fields: { minutes: 20 },
      createdBy: { id: worker.actor.id },
      municipality: 'c_d969',
    });
    const created = pushed.verdicts[1];
    expect(created?.verdict === 'accepted' && created.version).toBe((corrected?.version ?? 0) - 1);
    expect(corrected?.fieldVersions.minutes).toBe(corrected?.version);
    expect(corrected?.fieldVersions.date).toBe((corrected?.version ?? 0) - 1);
    expect(corrected?.receivedAt).toBeDefined();
  });

  test('refuses what a rule refuses and takes the rest', async () => {
    const future = createService({ date: '2199-01-01' });
    const pushed = await push(worker.api, newUuid(), [future, createService()]);
    expect(pushed.verdicts).toMatchObject([
      { verdict: 'refused', refusal: { type: 'FieldsRefused' } },
      { verdict: 'accepted' },
    ]);
    expect(pushed.records).toHaveLength(1);
  });

  test('merges edits of different fields and keeps both values of the same field', async () => {
    const person = createPerson({ nickname: 'Moussa' });
    const created = await push(worker.api, newUuid(), [person]);
    const seenVersion = created.records[0]?.version ?? 0;
    const theirs = [editField(person, 'givenName', { from: null, to: 'Musa', seenVersion })];
    await push(coordinator.api, newUuid(), theirs);
    const mine = [
      editField(person, 'familyName', { from: null, to: 'Diallo', seenVersion }),
      editField(person, 'givenName', { from: null, to: 'Moussa', seenVersion }),
    ];
    const pushed = await push(worker.api, newUuid(), mine);
    expect(pushed.verdicts.map(({ verdict }) => verdict)).toEqual(['merged', 'conflict']);
    expect(pushed.records[0]).toMatchObject({
      fields: { givenName: 'Musa', familyName: 'Diallo' },
      conflicts: [{ field: 'givenName', value: 'Moussa', by: { id: worker.actor.id } }],
    });
  });

  test('sees the subject that came in another push, and refuses one that nobody knows', async () => {
    const person = createPerson();
    await push(coordinator.api, newUuid(), [person]);
    const services = [createService({ beneficiary: person.recordId }), createService({ beneficiary: newUuid() })];
    const pushed = await push(worker.api, newUuid(), services);
    expect(pushed.verdicts).toMatchObject([
      { verdict: 'accepted' },
      { verdict: 'refused', refusal: { type: 'SubjectUnknown' } },
    ]);
  });

  test('hides from the worker the restricted fields of others in the returned records', async () => {
    const person = createPerson({ nickname: 'Amina', restrictedNote: 'for the coordinator' });
    const created = await push(coordinator.api, newUuid(), [person]);
    expect(created.records[0]?.fields.restrictedNote).toBe('for the coordinator');
    const seenVersion = created.records[0]?.version ?? 0;
    const pushed = await push(worker.api, newUuid(), [
      editField(person, 'familyName', { from: null, to: 'X', seenVersion }),
    ]);
    expect(pushed.records[0]?.fields).toEqual({ nickname: 'Amina', familyName: 'X' });
  });

  test('one poison change among many stops nothing but itself', async () => {
    const changes = Array.from({ length: 500 }, () => createService());
    const poison = {
      ...createService(),
      fields: { types: ['CONT'], date: { deep: [{ nonsense: true }] } },
      secretly: 1,
    };
    changes[250] = poison;
    const pushed = await push(worker.api, newUuid(), changes);
    expect(pushed.verdicts.filter(({ verdict }) => verdict === 'accepted')).toHaveLength(499);
    expect(pushed.verdicts[250]).toMatchObject({ verdict: 'refused', refusal: { type: 'ChangeMalformed' } });
  });
});

describe('a replayed push', () => {
  test('returns the first verdicts and writes nothing', async () => {
    const stream = newUuid();
    const changes = [createPerson(), createService({ date: '2199-01-01' })];
    const first = await push(worker.api, stream, changes);
    const before = [await countRows('records'), await countRows('changes'), await countRows('audit')];
    const second = await push(worker.api, stream, changes);
    expect(second).toEqual(first);
    expect([await countRows('records'), await countRows('changes'), await countRows('audit')]).toEqual(before);
  });

  test('is answered together with what is new behind it', async () => {
    const stream = newUuid();
    const [one, two] = [createService(), createService()];
    const first = await push(worker.api, stream, [one]);
    const both = await push(worker.api, stream, [one, two]);
    expect(both.verdicts[0]).toEqual(first.verdicts[0]);
    expect(both.verdicts[1]).toMatchObject({ seq: 2, verdict: 'accepted' });
    expect(both.mark).toBe(2);
  });

  test('takes effect once when it arrives many times at the same moment', async () => {
    const stream = newUuid();
    const numbered = await numberChanges([createPerson(), createService()]);
    const before = (await countRows('records')) ?? 0;
    const answers = await Promise.all(Array.from({ length: 6 }, () => sendPush(worker.api, stream, numbered)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await countRows('records')).toBe(before + 2);
  });

  test('with other content under the same number is refused as a fork', async () => {
    const stream = newUuid();
    const [change] = await numberChanges([createService()]);
    await sendPush(worker.api, stream, [change ?? []].flat());
    const altered = await numberChanges([{ ...createService(), id: change?.change.id ?? '' }]);
    expect(problemType(await sendPush(worker.api, stream, altered))).toBe('StreamForked');
    const sameHash = altered.map((pushed) => ({ ...pushed, hash: change?.hash ?? '' }));
    expect(problemType(await sendPush(worker.api, stream, sameHash))).toBe('StreamForked');
  });

  test('of a malformed change gets its refusal again', async () => {
    const stream = newUuid();
    const numbered = (await numberChanges([createService()])).map((pushed) => ({ ...pushed, hash: 'a'.repeat(64) }));
    const first = await sendPush(worker.api, stream, numbered);
    expect(first.json).toMatchObject({
      verdicts: [{ verdict: 'refused', refusal: { type: 'ChangeMalformed', path: 'hash' } }],
    });
    expect((await sendPush(worker.api, stream, numbered)).json).toEqual(first.json);
  });
});

describe('a change id', () => {
  test('that came through another stream gets its first verdict again', async () => {
    const change = createService();
    const first = await push(worker.api, newUuid(), [change]);
    const again = await push(worker.api, newUuid(), [createService(), change]);
    expect(again.verdicts[1]).toEqual({ ...first.verdicts[0], seq: 2 });
    expect(again.records.map(({ id }) => id)).toContain(change.recordId);
  });

  test('with other content is refused', async () => {
    const change = createService();
    await push(worker.api, newUuid(), [change]);
    const pushed = await push(worker.api, newUuid(), [{ ...createService(), id: change.id }]);
    expect(pushed.verdicts).toMatchObject([{ verdict: 'refused', refusal: { type: 'ChangeIdReused' } }]);
  });

  test('sent through two streams at the same moment takes effect once', async () => {
    const changes = Array.from({ length: 20 }, () => createService());
    const pushes = await Promise.all([1, 2, 3, 4].map(() => push(worker.api, newUuid(), changes)));
    const verdicts = pushes.map((pushed) => pushed.verdicts);
    expect(verdicts).toEqual(pushes.map(() => verdicts[0]));
  });
});

describe('a stream', () => {
  test('with a gap is refused with the mark, and nothing is written', async () => {
    const stream = newUuid();
    await push(worker.api, stream, [createService()]);
    const before = await countRows('changes');
    const answer = await sendPush(worker.api, stream, await numberChanges([createService()], 3));
    expect([problemType(answer), answer.json]).toMatchObject(['StreamGap', { mark: 1 }]);
    const [one, two] = await numberChanges([createService(), createService()], 2);
    const inside = [one, two && { ...two, seq: 4 }].flatMap((change) => change ?? []);
    expect(problemType(await sendPush(worker.api, stream, inside))).toBe('StreamGap');
    expect(await countRows('changes')).toBe(before);
  });

  test('may start at any number, and goes on from there', async () => {
    const stream = newUuid();
    expect((await push(worker.api, stream, [createService()], 41)).mark).toBe(41);
    expect((await push(worker.api, stream, [createService()], 42)).mark).toBe(42);
  });

  test('whose numbers go back is refused', async () => {
    const [one, two] = await numberChanges([createService(), createService()]);
    const answer = await sendPush(
      worker.api,
      newUuid(),
      [two, one].flatMap((change) => change ?? []),
    );
    expect(problemType(answer)).toBe('BodyInvalid');
  });

  test('of another person or another device is refused', async () => {
    const stream = newUuid();
    await push(worker.api, stream, [createService()]);
    const numbered = await numberChanges([createService()], 2);
    expect(problemType(await sendPush(coordinator.api, stream, numbered))).toBe('StreamForeign');
    const elsewhere = await server.signIn(worker.account);
    expect(problemType(await sendPush(elsewhere.api, stream, numbered))).toBe('StreamForeign');
  });

  test('in another municipality is another stream', async () => {
    const stream = newUuid();
    await push(worker.api, stream, [createService()]);
    const stranger = await server.join('outreach', TORINO);
    expect((await push(stranger.api, stream, [createService()])).mark).toBe(1);
  });

  test('has a receipt that agrees with what the device computes', async () => {
    const stream = newUuid();
    const ask = async () =>
      ReceiptResponse.parse((await worker.api.get(`${API_BASE}/receipt?protocol=1&stream=${stream}`)).json);
    expect(await ask()).toMatchObject({ mark: 0, count: 0, chain: CHAIN_START });
    const changes = [createService(), createService({ date: '2199-01-01' }), createService()];
    await push(worker.api, stream, changes.slice(0, 1));
    await push(worker.api, stream, changes.slice(1), 2);
    let chain = CHAIN_START;
    for (const change of changes) chain = await extendChain(chain, await hashChange(change));
    expect(await ask()).toMatchObject({ mark: 3, count: 3, chain });
    const foreign = await coordinator.api.get(`${API_BASE}/receipt?protocol=1&stream=${stream}`);
    expect(problemType(foreign)).toBe('StreamForeign');
  });
});

describe('the receipt of a stream', () => {
  test('says what lies in a backup, to version 2 and once there is one', async () => {
    const stream = newUuid();
    await push(worker.api, stream, [createService(), createService()]);
    const ask = async (protocol: number) =>
      ReceiptResponse.parse((await worker.api.get(`${API_BASE}/receipt?protocol=${protocol}&stream=${stream}`)).json);
    expect(await ask(2)).not.toHaveProperty('backedUpMark');
    await server.owner.begin(async (sql) => {
      await sql`SELECT set_config('taccuino.municipality', 'c_d969', true)`;
      await sql`UPDATE streams SET backed_up_mark = 1 WHERE stream = ${stream}`;
    });
    expect(await ask(2)).toMatchObject({ mark: 2, backedUpMark: 1 });
    expect(await ask(1)).not.toHaveProperty('backedUpMark');
  });
});

test('the quick hashes are those of the protocol', async () => {
  const change = createService({ note: 'è – عربي 😀' });
  expect(digestChange(change)).toBe(await hashChange(change));
  expect(digestChain(CHAIN_START, digestChange(change))).toBe(await extendChain(CHAIN_START, await hashChange(change)));
});

test('the pushed answer keeps to the protocol', async () => {
  const answer = await sendPush(worker.api, newUuid(), await numberChanges([createPerson()]));
  expect(() => PushResponse.parse(answer.json)).not.toThrow();
});
