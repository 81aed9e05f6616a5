import { describe, expect, test } from 'vitest';
import { ACTOR_ROLES, type ActorRole } from '../../src/domain/actor.ts';
import { applyChange } from '../../src/domain/apply-change.ts';
import type { Change } from '../../src/domain/change.ts';
import { REVIEW_STATES, type RecordEnvelope, type ReviewState } from '../../src/domain/record.ts';
import { findReviewStep, type ReviewVerb } from '../../src/domain/review-table.ts';
import {
  ACTORS,
  AT,
  anna,
  applied,
  changeOf,
  contextOf,
  editOf,
  newId,
  reviewOf,
  sampleBeneficiary,
} from './sample-changes.ts';

/** Written by hand, not derived: G workers and guests, W workers (outreach and coordinator), C coordinators, - nobody; then the state that follows. */
const EXPECTED = {
  //         edit           resolve        comment        remove         restore        merge          validate       return         reopen         lock
  submitted: [
    'G submitted',
    'W submitted',
    'W submitted',
    'G submitted',
    'W submitted',
    'C submitted',
    'C validated',
    'C returned',
    '-',
    '-',
  ],
  validated: [
    'W submitted',
    'W submitted',
    'W validated',
    'C submitted',
    'C submitted',
    'C validated',
    '-',
    'C returned',
    'C submitted',
    'C locked',
  ],
  returned: [
    'W submitted',
    'W submitted',
    'W returned',
    'W submitted',
    'W submitted',
    'C returned',
    'C validated',
    '-',
    'C submitted',
    '-',
  ],
  locked: ['-', '-', 'W locked', '-', '-', '-', '-', '-', 'C submitted', '-'],
} as const satisfies Record<ReviewState, readonly string[]>;

const VERBS = [
  'edit',
  'resolve',
  'comment',
  'remove',
  'restore',
  'merge',
  'validate',
  'return',
  'reopen',
  'lock',
] as const satisfies readonly ReviewVerb[];

const rows = REVIEW_STATES.flatMap((state) =>
  VERBS.flatMap((verb, index) =>
    ACTOR_ROLES.map((role) => [state, verb, role, expectedNext(EXPECTED[state][index] ?? '-', role)] as const),
  ),
);

function expectedNext(cell: string, role: ActorRole): string | undefined {
  const [who, next] = cell.split(' ');
  const allowed = { G: ['outreach', 'coordinator', 'guest'], W: ['outreach', 'coordinator'], C: ['coordinator'] };
  return allowed[who as keyof typeof allowed]?.includes(role) ? next : undefined;
}

describe('the table', () => {
  test.each(rows)('a %s record, %s by %s: %s', (state, verb, role, next) => {
    expect(findReviewStep(state, verb, role)?.next).toBe(next);
  });
});

describe('applyChange obeys the table', () => {
  test.each(rows)('a %s record, %s by %s: %s', (state, verb, role, next) => {
    const target = sampleBeneficiary();
    const conflict = { id: newId(), field: 'note', value: 'other', by: { id: anna.id, name: anna.name }, at: AT };
    const record: RecordEnvelope = {
      ...sampleBeneficiary(),
      review: { state },
      conflicts: [conflict as RecordEnvelope['conflicts'][number]],
      removed: verb === 'restore',
    };
    const result = applyChange(record, changeFor(verb, record, target), contextOf(ACTORS[role], 2, [target]));
    // A guest never meets a person's record; what they count is tried in `guest-scope.test.ts`.
    if (next !== undefined && role !== 'guest') {
      expect(result.ok && result.value.record?.review.state).toBe(next);
      return;
    }
    const seesRecords = role === 'outreach' || role === 'coordinator';
    const isForCoordinators = ['validate', 'return', 'reopen', 'lock', 'merge'].includes(verb);
    const isNotPermitted = !seesRecords || (role === 'outreach' && isForCoordinators);
    expect(result.ok ? undefined : result.error).toEqual(
      isNotPermitted ? { type: 'NotPermitted' } : { type: 'ReviewNotAllowed', state },
    );
  });

  function changeFor(verb: ReviewVerb, record: RecordEnvelope, target: RecordEnvelope): Change {
    switch (verb) {
      case 'edit':
        return editOf(record, { note: [null, 'new'] });
      case 'resolve':
        return changeOf(record, {
          type: 'resolve',
          field: 'note',
          from: null,
          to: 'other',
          conflictIds: record.conflicts.map(({ id }) => id),
        });
      case 'comment':
        return changeOf(record, { type: 'comment', text: 'hello' });
      case 'merge':
        return changeOf(record, { type: 'merge', into: target.id });
      case 'remove':
      case 'restore':
        return changeOf(record, { type: verb });
      default:
        return reviewOf(record, verb, { comment: 'because' });
    }
  }
});

test('a worker may remove and restore only what is their own', () => {
  const record = applied(
    undefined,
    changeOf(
      { id: newId() as RecordEnvelope['id'], kind: 'beneficiary' },
      { type: 'create', fields: { nickname: 'O' } },
    ),
    ACTORS.coordinator,
    1,
  );
  for (const type of ['remove', 'restore']) {
    const result = applyChange(
      { ...record, removed: type === 'restore' },
      changeOf(record, { type }),
      contextOf(anna, 2),
    );
    expect(result).toEqual({ ok: false, error: { type: 'NotPermitted' } });
  }
});
