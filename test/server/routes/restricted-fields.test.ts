import { v7 as newUuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROLES, type Role } from '../../../src/domain/actor.ts';
import { KINDS } from '../../../src/domain/kinds.ts';
import type { RecordEnvelope } from '../../../src/domain/record.ts';
import { PullResponse } from '../../../src/protocol/pull.ts';
import type { PushResponse } from '../../../src/protocol/push.ts';
import { API_BASE } from '../../../src/protocol/version.ts';
import { startTestServer, type TestServer, type TestSession, TORINO } from '../start-test-server.ts';
import { editField, push, type TestChange } from '../test-changes.ts';

/**
 * Restricted fields (health, violence, trafficking, residence status) are for their author and the coordinators. Every other role asks
 * the server in every way it has, and its answers are searched for the planted values as text.
 */

/** Three values of a restricted field, to stand in the record, in what it was before its review, and in a dispute. A new one without a row fails. */
const VALUES: Readonly<Record<string, readonly [string, string, string]>> = {
  'beneficiary.residenceStatus': ['CS18', 'CS22', 'CS18B'],
  'beneficiary.permitExpiryDate': ['2027-01-11', '2027-02-12', '2027-03-13'],
  'beneficiary.restrictedNote': ['segreto uno', 'segreto due', 'segreto tre'],
  'service.restrictedNote': ['nascosto uno', 'nascosto due', 'nascosto tre'],
  'placement.restrictedNote': ['riservato uno', 'riservato due', 'riservato tre'],
  'landlord.restrictedNote': ['taciuto uno', 'taciuto due', 'taciuto tre'],
  'monthly-situation.restrictedNote': ['celato uno', 'celato due', 'celato tre'],
  'exit-follow-up.restrictedNote': ['velato uno', 'velato due', 'velato tre'],
};
const RESTRICTED = [...KINDS].flatMap(([kind, { classes }]) =>
  Object.keys(classes).flatMap((field) => (classes[field] === 'restricted' ? [`${kind}.${field}`] : [])),
);
const AT = '2026-11-20T10:00:00.000Z';
const PERSON = newUuid();
const TENANT = newUuid();
const HOME = newUuid();
const LEAVER = newUuid();
const LEFT = newUuid();
const BASE: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  beneficiary: { nickname: 'Momo' },
  service: { types: ['PSIC'], date: '2026-11-20', contact: { count: 1 } },
  placement: { beneficiary: PERSON, stage: 'SEGN', referralDate: '2026-11-20', measures: ['COHO'] },
  'monthly-situation': { placement: HOME, month: '2026-11', situation: 'AUTO' },
  'exit-follow-up': { placement: LEFT, after: 'M3', date: '2026-11-20', situation: 'AUTO' },
  landlord: { name: 'Anna Ferrando', type: 'PRIV' },
};

type Planted = {
  readonly path: string;
  readonly kind: string;
  readonly field: string;
  readonly recordId: string;
  readonly values: readonly string[];
};
const PLANTED: readonly Planted[] = RESTRICTED.map((path) => {
  const [kind = '', field = ''] = path.split('.');
  return { path, kind, field, recordId: newUuid(), values: VALUES[path] ?? [] };
});

const changeOf = (
  { recordId, kind }: { recordId: string; kind: string },
  rest: Record<string, unknown>,
): TestChange => ({
  id: newUuid(),
  recordId,
  kind,
  at: AT,
  type: '',
  ...rest,
});

let server: TestServer;
let author: TestSession;
let coordinator: TestSession;
/** Everybody else who has an account here, and the same roles of another city. */
const others = new Map<string, TestSession>();

beforeAll(async () => {
  server = await startTestServer();
  author = await server.join('outreach');
  coordinator = await server.join('coordinator');
  for (const role of ROLES) {
    if (role !== 'coordinator') others.set(`another ${role}`, await server.join(role));
    others.set(`a ${role} of another city`, await server.join(role, TORINO));
  }
  await push(author.api, newUuid(), [
    changeOf({ recordId: PERSON, kind: 'beneficiary' }, { type: 'create', fields: { nickname: 'Ous' } }),
    changeOf({ recordId: TENANT, kind: 'beneficiary' }, { type: 'create', fields: { nickname: 'Awa' } }),
    changeOf({ recordId: LEAVER, kind: 'beneficiary' }, { type: 'create', fields: { nickname: 'Joy' } }),
    changeOf(
      { recordId: HOME, kind: 'placement' },
      {
        type: 'create',
        fields: { beneficiary: TENANT, stage: 'INSE', measures: ['COHO'], entryDate: '2025-01-10' },
      },
    ),
    changeOf(
      { recordId: LEFT, kind: 'placement' },
      {
        type: 'create',
        fields: {
          beneficiary: LEAVER,
          stage: 'USCI',
          measures: ['COHO'],
          entryDate: '2025-01-10',
          exitDate: '2026-08-10',
          exitOutcome: 'AUTO',
          situationAtExit: 'AUTO',
        },
      },
    ),
  ]);
  for (const planted of PLANTED) await plant(planted);
});
afterAll(() => server.close());

/** Written and changed by its author around a validation, and changed otherwise by a coordinator who had not seen that. */
async function plant({ kind, field, recordId, values: [one, two, three] }: Planted): Promise<void> {
  const record = { recordId, kind };
  const created = accepted(
    await push(author.api, newUuid(), [changeOf(record, { type: 'create', fields: { ...BASE[kind], [field]: one } })]),
  );
  const validate = () =>
    push(coordinator.api, newUuid(), [
      changeOf(record, { type: 'review', verb: 'validate', seenVersion: created.version }),
    ]);
  const validated = KINDS.get(kind)?.isReviewed ? accepted(await validate()) : created;
  const edit = (to: string | undefined) => editField(record, field, { from: one, to, seenVersion: validated.version });
  accepted(await push(author.api, newUuid(), [edit(two)]));
  const disputed = await push(coordinator.api, newUuid(), [edit(three)]);
  expect(disputed.verdicts).toMatchObject([{ verdict: 'conflict' }]);
  // Refused, so that it lies in the list of what the coordinators look after.
  await push(author.api, newUuid(), [changeOf(record, { type: 'create', fields: { ...BASE[kind], [field]: three } })]);
}

function accepted({ verdicts, records }: PushResponse): RecordEnvelope {
  expect(verdicts).toMatchObject([{ verdict: 'accepted' }]);
  const [record] = records;
  if (record === undefined) throw new Error('the answer brings no record');
  return record;
}

async function pullAll({ api }: TestSession): Promise<RecordEnvelope[]> {
  const page = PullResponse.parse((await api.get(`${API_BASE}/pull?protocol=1`)).json);
  expect(page.remaining).toBe(0);
  return page.records;
}

/** What a person could try on a record that has something to hide; each answer is kept as text. */
async function askForIt(session: TestSession, { kind, field, recordId, values: [one, two, three] }: Planted) {
  const record = { recordId, kind };
  const note = kind === 'placement' ? 'address' : 'note';
  const tries = [
    editField(record, note, { from: null, to: `scritto da ${session.actor.role}`, seenVersion: 0 }),
    changeOf(record, { type: 'comment', text: 'Come sta?' }),
    // A guess, right and wrong: the answer must be the same.
    editField(record, field, { from: two, to: two, seenVersion: 99 }),
    editField(record, field, { from: one, to: null, seenVersion: 99 }),
    changeOf(record, { type: 'disclose', fields: [field] }),
    changeOf(record, { type: 'resolve', field, conflictIds: [newUuid()], from: two, to: three }),
    changeOf(record, { type: 'review', verb: 'validate', seenVersion: 1 }),
    changeOf(record, { type: 'remove' }),
  ];
  const answers: PushResponse[] = [];
  for (const change of tries) answers.push(await push(session.api, newUuid(), [change]));
  return { answers, guesses: answers.slice(2, 6).map(({ verdicts }) => verdicts[0]) };
}

const leaksIn = (told: unknown, { field, values }: Planted): string[] => {
  const text = JSON.stringify(told);
  return [...values, `"${field}":`].filter((planted) => text.includes(planted));
};

test('every restricted field has values to plant', () => {
  expect(Object.keys(VALUES).toSorted()).toEqual(RESTRICTED.toSorted());
});

describe.each(PLANTED.map((planted) => [planted.path, planted] as const))('%s', (_, planted) => {
  test('stands in the record, in what it was before, and in a dispute, for its author and the coordinators', async () => {
    for (const session of [author, coordinator]) {
      const record = (await pullAll(session)).find(({ id }) => id === planted.recordId);
      const { field, values } = planted;
      expect([record?.fields[field], record?.review.before?.[field], record?.conflicts[0]?.value]).toEqual([
        values[1],
        // Nobody reviews some kinds, so that nothing was before.
        KINDS.get(planted.kind)?.isReviewed ? values[0] : undefined,
        values[2],
      ]);
    }
    const listed = (await coordinator.api.get(`${API_BASE}/attention`)).json;
    expect(leaksIn(listed, planted)).toContain(planted.values[2]);
  });

  test.each(
    ROLES.flatMap((role: Role) => [`another ${role}`, `a ${role} of another city`]).filter(
      (who) => who !== 'another coordinator',
    ),
  )('is never told to %s', async (who) => {
    const session = others.get(who);
    if (session === undefined) throw new Error(`nobody is ${who}`);
    const { answers, guesses } = await askForIt(session, planted);
    const pulled = await session.api.get(`${API_BASE}/pull?protocol=1`);
    const listed = await session.api.get(`${API_BASE}/attention`);
    const returned = await session.api.get(`${API_BASE}/returned`);
    for (const told of [answers, pulled.json, returned.json]) expect(leaksIn(told, planted)).toEqual([]);
    expect(leaksIn(withoutTries(listed.json), planted)).toEqual([]);
    // The rest of the record is theirs to read and to correct, so that there was something to leak.
    const isColleague = who === 'another outreach';
    expect(JSON.stringify(pulled.json).includes(planted.recordId)).toBe(isColleague);
    expect(answers[0]?.verdicts[0]?.verdict !== 'refused').toBe(isColleague);
    // Right or wrong, a guess is answered alike.
    expect(guesses.map((verdict) => verdict?.verdict)).toEqual(['refused', 'refused', 'refused', 'refused']);
    expect(new Set(guesses.map((verdict) => verdict?.verdict === 'refused' && verdict.refusal.type)).size).toBe(1);
  });
});

/** What people of this test typed themselves while they tried comes back to nobody's surprise. */
function withoutTries(listed: unknown): unknown {
  const items = (listed as { items?: { author: { id: string } }[] } | undefined)?.items ?? [];
  return items.filter((item) => item.author.id === author.actor.id || item.author.id === coordinator.actor.id);
}
