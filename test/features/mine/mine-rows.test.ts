import { describe, expect, test } from 'vitest';
import { countStates, filterMine, mineOf, mineStateOf } from '../../../src/features/mine/mine-rows.ts';
import { outboxItemOf, recordOf, serviceOf, vaultOf, youssef } from '../vault-of.ts';

const contact = { count: 1 };
const submitted = serviceOf({ contact });
const validated = serviceOf({ contact }, { review: { state: 'validated' } });
const locked = serviceOf({ contact }, { review: { state: 'locked' } });
const returned = serviceOf({ contact }, { review: { state: 'returned' } });
const removeOf = (record: typeof submitted) => ({ type: 'remove', kind: 'service', recordId: record.id }) as const;

describe('where a record stands', () => {
  const stateOf = (record: typeof submitted, outbox: Parameters<typeof vaultOf>[1] = {}) =>
    mineOf(vaultOf([record], outbox)).map(mineStateOf);

  test.each([
    ['submitted', submitted, 'server'],
    ['validated', validated, 'validated'],
    ['locked', locked, 'validated'],
    ['returned', returned, 'returned'],
  ] as const)('%s', (_state, record, expected) => {
    expect(stateOf(record)).toEqual([expected]);
  });

  test('a correction that waits here hides that the record came back', () => {
    expect(stateOf(returned, { outbox: [outboxItemOf(removeOf(returned))] })).toEqual(['here']);
  });

  test('a refused change is worse than anything that waits', () => {
    const outbox = [outboxItemOf(removeOf(returned)), outboxItemOf(removeOf(returned), { type: 'RecordRemoved' })];
    expect(stateOf(returned, { outbox })).toEqual(['attention']);
  });
});

describe('my records', () => {
  const ofYoussef = serviceOf({ contact }, { by: youssef });
  const person = recordOf('beneficiary', { nickname: 'Ous' }, { updatedAt: '2026-11-23T18:00:00.000Z' });

  test('are of every kind, the last touched first, without those of others', () => {
    expect(mineOf(vaultOf([submitted, ofYoussef, person])).map(({ record }) => record.id)).toEqual([
      person.id,
      submitted.id,
    ]);
  });

  test('hold a colleague’s record as long as my change of it waits', () => {
    const vault = vaultOf([ofYoussef], { outbox: [outboxItemOf(removeOf(ofYoussef))] });
    expect(mineOf(vault)).toHaveLength(1);
  });

  test('leave out what was removed, unless something about it was refused', () => {
    const removed = serviceOf({ contact }, { removed: true });
    expect(mineOf(vaultOf([removed]))).toEqual([]);
    const outbox = [outboxItemOf(removeOf(removed), { type: 'RecordRemoved' })];
    expect(mineOf(vaultOf([removed], { outbox }))).toHaveLength(1);
  });

  test('are counted once each, and a filter shows as many as its count says', () => {
    const mine = mineOf(vaultOf([submitted, validated, locked, returned, ofYoussef]));
    const counts = countStates(mine);
    expect(counts).toEqual({ all: 4, here: 0, attention: 0, returned: 1, server: 1, validated: 2 });
    expect(filterMine(mine, 'validated')).toHaveLength(counts.validated);
    expect(filterMine(mine, 'all')).toHaveLength(counts.all);
  });
});
