import { v7 as newUuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  AttentionResponse,
  ReturnedResponse,
  type ServerAttentionItem,
  SettleResponse,
} from '../../../src/protocol/attention.ts';
import { API_BASE } from '../../../src/protocol/version.ts';
import { verifyAudit } from '../../../src/server/store/verify-audit.ts';
import { readAudit } from '../read-audit.ts';
import { startTestServer, type TestServer, type TestSession, TORINO } from '../start-test-server.ts';
import {
  createPerson,
  createService,
  editField,
  numberChanges,
  problemType,
  push,
  sendPush,
  type TestChange,
} from '../test-changes.ts';
import { createRegisteredVault, sealRows, sendMail } from '../test-vaults.ts';

let server: TestServer;
let worker: TestSession;
let colleague: TestSession;
let coordinator: TestSession;

beforeAll(async () => {
  server = await startTestServer();
  worker = await server.join('outreach');
  colleague = await server.join('outreach');
  coordinator = await server.join('coordinator');
});
afterAll(() => server.close());

const listOf = async (session: TestSession = coordinator) =>
  AttentionResponse.parse((await session.api.get(`${API_BASE}/attention`)).json).items;
const findItem = async (changeId: string): Promise<ServerAttentionItem | undefined> =>
  (await listOf()).find((item) => item.changeId === changeId);
const settle = (changeId: string, how: string, note?: string, session: TestSession = coordinator) =>
  session.api.post(`${API_BASE}/attention/${changeId}`, { protocol: 2, how, ...(note !== undefined && { note }) });
const returnedOf = async ({ api }: TestSession) =>
  ReturnedResponse.parse((await api.get(`${API_BASE}/returned`)).json).changes;
const sayTaken = ({ api }: TestSession, changeIds: string[]) =>
  api.post(`${API_BASE}/returned/taken`, { protocol: 2, changeIds });

const withVerb = (
  { recordId, kind, at }: TestChange,
  verb: { type: string } & Record<string, unknown>,
): TestChange => ({
  id: newUuid(),
  recordId,
  kind,
  at,
  ...verb,
});

const tooLate = (): TestChange => createService({ date: '2199-01-01' });

async function refuse(change: TestChange = tooLate(), session: TestSession = worker): Promise<TestChange> {
  const pushed = await push(session.api, newUuid(), [change]);
  expect(pushed.verdicts).toMatchObject([{ verdict: 'refused' }]);
  return change;
}

async function hold(changes: readonly TestChange[]): Promise<TestSession> {
  const lost = await server.join('outreach');
  const vault = await createRegisteredVault(server, lost);
  await coordinator.api.send('POST', `${API_BASE}/devices/${lost.device.id}/revoke`);
  await sendMail(server, vault, newUuid(), await sealRows(vault, changes));
  return lost;
}

describe('a refused change', () => {
  test('stays in the list with its reason, its author and its whole content', async () => {
    const change = await refuse();
    expect(await findItem(change.id)).toEqual({
      changeId: change.id,
      why: 'refused',
      refusal: { type: 'FieldsRefused', problems: [{ field: 'date', rule: expect.any(String) }] },
      change,
      author: { id: worker.actor.id, name: worker.actor.name },
      deviceLabel: 'Test tablet',
      receivedAt: expect.any(String),
    });
    const rows = (await readAudit(server)).filter(({ action }) => action === 'attention-read');
    expect(rows.at(-1)).toMatchObject({ actor: coordinator.actor.id });
    expect(rows.at(-1)?.detail.changes).toContain(change.id);
  });

  test('that was malformed is there as it came', async () => {
    const change = await refuse({ ...createService(), surprise: 'kept' });
    expect((await findItem(change.id))?.change).toEqual(change);
  });

  test('too long to be any change of ours is listed without its content, and the list stays short', async () => {
    const change = await refuse({ ...createService(), filler: 'x'.repeat(300 * 1024) });
    const item = await findItem(change.id);
    expect([item?.refusal?.type, item?.change]).toEqual(['ChangeMalformed', undefined]);
    await settle(change.id, 'dismiss');
  });

  test('is there once, however often it is sent', async () => {
    const change = tooLate();
    const stream = newUuid();
    for (const where of [stream, stream, newUuid()]) await push(worker.api, where, [change]);
    expect((await listOf()).filter(({ changeId }) => changeId === change.id)).toHaveLength(1);
  });

  test.each(['mended in the same push', 'mended later', 'mended from another device'])(
    'leaves the list when it is %s by its author',
    async (when) => {
      const wrong = tooLate();
      const mended = { ...wrong, id: newUuid(), fields: { ...(wrong.fields as object), date: '2026-11-20' } };
      if (when === 'mended in the same push') await push(worker.api, newUuid(), [wrong, mended]);
      else {
        await refuse(wrong);
        const session = when === 'mended later' ? worker : await server.signIn(worker.account);
        await push(session.api, newUuid(), [mended]);
      }
      expect(await findItem(wrong.id)).toBeUndefined();
    },
  );

  test('stays when what its author got through came before it, or was only a look', async () => {
    const person = createPerson();
    const wrong = editField(person, 'birthDate', { from: null, to: '2199-01-01', seenVersion: 0 });
    const pushed = await push(worker.api, newUuid(), [person, wrong]);
    expect(pushed.verdicts.map(({ verdict }) => verdict)).toEqual(['accepted', 'refused']);
    const disclose = withVerb(person, { type: 'disclose', fields: ['restrictedNote'] });
    expect((await push(worker.api, newUuid(), [disclose])).verdicts).toMatchObject([{ verdict: 'accepted' }]);
    expect(await findItem(wrong.id)).toBeDefined();
  });

  test('stays when somebody else changes the record, when its author is refused again, and when an old change is replayed', async () => {
    const person = createPerson();
    const created = await push(worker.api, newUuid(), [person]);
    const seenVersion = created.records[0]?.version ?? 0;
    const wrong = await refuse(editField(person, 'birthDate', { from: null, to: '2199-01-01', seenVersion }));
    await refuse(tooLate(), colleague);
    const theirs = editField(person, 'familyName', { from: null, to: 'Diallo', seenVersion });
    expect((await push(colleague.api, newUuid(), [theirs])).verdicts[0]?.verdict).toBe('accepted');
    await refuse({ ...wrong, id: newUuid() });
    expect(await findItem(wrong.id)).toBeDefined();
    await push(worker.api, newUuid(), [person]);
    expect(await findItem(wrong.id)).toBeDefined();
  });

  test('leaves the list when its author discards it, and only its author can', async () => {
    const wrong = await refuse();
    const discard = () => withVerb(wrong, { type: 'discard', discarded: wrong.id });
    await refuse(tooLate(), colleague);
    await push(colleague.api, newUuid(), [discard()]);
    expect(await findItem(wrong.id)).toBeDefined();
    await push(worker.api, newUuid(), [discard()]);
    expect(await findItem(wrong.id)).toBeUndefined();
  });

  test('stays when its author’s device can read it no more and sets it aside', async () => {
    const wrong = await refuse();
    const note = { ...withVerb(wrong, { type: 'discard', discarded: wrong.id }), recordId: wrong.id, kind: 'event' };
    expect((await push(worker.api, newUuid(), [note])).verdicts).toMatchObject([{ verdict: 'accepted' }]);
    expect(await findItem(wrong.id)).toBeDefined();
  });

  test('is of its municipality alone', async () => {
    const change = await refuse();
    const stranger = await server.join('coordinator', TORINO);
    expect(await listOf(stranger)).toEqual([]);
    expect(problemType(await settle(change.id, 'dismiss', undefined, stranger))).toBe('NotFound');
  });
});

describe('a coordinator', () => {
  test('applies what was refused, when by now it may be: as its author, and the audit says who said yes', async () => {
    const person = createPerson();
    const service = await refuse(createService({ beneficiary: person.recordId }));
    const first = await settle(service.id, 'apply');
    expect(SettleResponse.parse(first.json)).toMatchObject({ isSettled: false, refusal: { type: 'SubjectUnknown' } });
    await push(coordinator.api, newUuid(), [person]);
    expect((await settle(service.id, 'apply')).json).toEqual({ isSettled: true });
    expect(await findItem(service.id)).toBeUndefined();
    const pulled = (await coordinator.api.get(`${API_BASE}/pull?protocol=1`)).json as {
      records: { id: string; createdBy: { id: string } }[];
    };
    expect(pulled.records.find(({ id }) => id === service.recordId)?.createdBy.id).toBe(worker.actor.id);
    const rows = (await readAudit(server)).filter(({ detail }) => detail.change === service.id);
    expect(rows.at(-1)).toMatchObject({
      actor: coordinator.actor.id,
      action: 'change',
      detail: { verdict: 'accepted', through: 'attention', author: worker.actor.id },
    });
  });

  test('applies a change once: neither a second yes nor the device brings it again', async () => {
    const change = createService();
    const lost = await hold([change]);
    expect(await findItem(change.id)).toMatchObject({ why: 'held', author: { id: lost.actor.id } });
    const answers = await Promise.all([1, 2, 3].map(() => settle(change.id, 'apply')));
    expect(answers.map(({ json }) => json)).toEqual(answers.map(() => ({ isSettled: true })));
    const again = await server.signIn(lost.account);
    const pushed = await push(again.api, newUuid(), [change]);
    expect(pushed.verdicts).toMatchObject([{ verdict: 'accepted' }]);
    const decided = (await readAudit(server)).filter(({ detail }) => detail.change === change.id && !detail.again);
    expect(decided.filter(({ action }) => action === 'change')).toHaveLength(1);
  });

  test('who applied what was refused lets its author know, when the device sends it again', async () => {
    const person = createPerson();
    const [stream, service] = [newUuid(), createService({ beneficiary: person.recordId })];
    expect((await push(worker.api, stream, [service])).verdicts).toMatchObject([{ verdict: 'refused' }]);
    await push(coordinator.api, newUuid(), [person]);
    await settle(service.id, 'apply');
    for (const where of [stream, newUuid()]) {
      const again = await push(worker.api, where, [service]);
      expect(again.verdicts).toEqual([{ seq: 1, changeId: service.id, verdict: 'accepted' }]);
      expect(again.records.map(({ id }) => id)).toEqual([service.recordId]);
    }
    expect(await findItem(service.id)).toBeUndefined();
  });

  test('may apply held changes in any order: what depends on another waits for it', async () => {
    const person = createPerson();
    const service = createService({ beneficiary: person.recordId });
    await hold([person, service]);
    expect((await settle(service.id, 'apply')).json).toMatchObject({ isSettled: false });
    expect(await findItem(service.id)).toMatchObject({ why: 'refused', refusal: { type: 'SubjectUnknown' } });
    expect((await settle(person.id, 'apply')).json).toEqual({ isSettled: true });
    expect((await settle(service.id, 'apply')).json).toEqual({ isSettled: true });
  });

  test('sends a change back to its author, who takes it, mends it, and so closes it', async () => {
    const wrong = await refuse();
    expect(await returnedOf(worker)).toEqual([]);
    expect((await settle(wrong.id, 'send-back', 'La data è nel futuro')).json).toEqual({ isSettled: true });
    const [returned] = await returnedOf(worker);
    expect(returned).toEqual({
      changeId: wrong.id,
      change: wrong,
      refusal: expect.objectContaining({ type: 'FieldsRefused' }),
      note: 'La data è nel futuro',
    });
    expect(await returnedOf(colleague)).toEqual([]);
    await sayTaken(colleague, [wrong.id]);
    expect(await returnedOf(worker)).toHaveLength(1);
    for (let time = 0; time < 2; time++) expect((await sayTaken(worker, [wrong.id, newUuid()])).status).toBe(204);
    expect(await returnedOf(worker)).toEqual([]);
    expect((await findItem(wrong.id))?.sentBackAt).toBeDefined();
    const mended = { ...wrong, id: newUuid(), fields: { ...(wrong.fields as object), date: '2026-11-20' } };
    await push(worker.api, newUuid(), [mended]);
    expect(await findItem(wrong.id)).toBeUndefined();
  });

  test('sends back also what was held, and its author closes it on a new device', async () => {
    const change = createService();
    const lost = await hold([change]);
    const fresh = await server.signIn(lost.account);
    const another = { ...createService(), recordId: change.recordId };
    expect((await push(fresh.api, newUuid(), [another])).verdicts).toMatchObject([{ verdict: 'accepted' }]);
    expect(await findItem(change.id)).toBeDefined();
    await settle(change.id, 'send-back');
    expect(await returnedOf(fresh)).toMatchObject([{ changeId: change.id, change }]);
    await push(fresh.api, newUuid(), [editField(change, 'minutes', { from: null, to: 20, seenVersion: 0 })]);
    expect(await findItem(change.id)).toBeUndefined();
    expect(await returnedOf(fresh)).toEqual([]);
  });

  test.each(['mended', 'dismiss'])('closes one as %s, with the reason beside it', async (how) => {
    const change = await refuse();
    expect((await settle(change.id, how, 'Sistemata a voce')).json).toEqual({ isSettled: true });
    expect((await settle(change.id, how)).json).toEqual({ isSettled: true });
    expect(await findItem(change.id)).toBeUndefined();
    const rows = (await readAudit(server)).filter(({ action }) => action === 'attention-settled');
    expect(rows.filter(({ detail }) => detail.change === change.id)).toMatchObject([
      { actor: coordinator.actor.id, detail: { how } },
    ]);
    expect(JSON.stringify(rows)).not.toContain('Sistemata');
    const [kept] = await server.owner.begin(async (sql) => {
      await sql`SELECT set_config('taccuino.municipality', 'c_d969', true)`;
      return sql<{ note: string }[]>`SELECT note FROM attention WHERE change = ${change.id}`;
    });
    expect(kept?.note).toBe('Sistemata a voce');
  });

  test('is told when there is nothing to settle, or the wish is none', async () => {
    expect(problemType(await settle(newUuid(), 'apply'))).toBe('NotFound');
    expect(problemType(await settle('nonsense', 'apply'))).toBe('NotFound');
    const change = await refuse();
    expect(problemType(await settle(change.id, 'delete'))).toBe('BodyInvalid');
    expect(problemType(await settle(change.id, 'dismiss', 'x'.repeat(100_000)))).toBe('BodyInvalid');
    expect(problemType(await sayTaken(worker, []))).toBe('BodyInvalid');
  });
});

test('a change that was held is decided when it comes in the ordinary way, refused or not', async () => {
  const [good, bad] = [createService(), tooLate()];
  const lost = await hold([good, bad]);
  const again = await server.signIn(lost.account);
  const answer = await sendPush(again.api, newUuid(), await numberChanges([good, bad]));
  expect(answer.json).toMatchObject({ verdicts: [{ verdict: 'accepted' }, { verdict: 'refused' }] });
  expect(await findItem(good.id)).toBeUndefined();
  expect(await findItem(bad.id)).toMatchObject({ why: 'refused', refusal: { type: 'FieldsRefused' } });
});

test('settling and pushing at the same moment wait for each other and lose nothing', async () => {
  const wrongs = await Promise.all(Array.from({ length: 8 }, () => refuse()));
  const mends = wrongs.map((wrong) => ({
    ...wrong,
    id: newUuid(),
    fields: { ...(wrong.fields as object), date: '2026-11-20' },
  }));
  const answers = await Promise.all([
    ...mends.map((mended) => push(worker.api, newUuid(), [mended])),
    ...wrongs.map(({ id }) => settle(id, 'apply')),
  ]);
  expect(answers).toHaveLength(16);
  const left = new Set((await listOf()).map(({ changeId }) => changeId));
  expect(wrongs.filter(({ id }) => left.has(id))).toEqual([]);
});

test('the audit of all this is whole', async () => {
  const scope = { municipality: coordinator.actor.municipality, actor: coordinator.actor.id };
  expect(await verifyAudit(server.app, scope)).toMatchObject({ ok: true });
});
