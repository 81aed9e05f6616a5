import { expect, test } from 'vitest';
import { attentionCount, groupArrived } from '../../src/features/arrived-items.ts';
import { arrivedOf, arrivedPortOf, editOf } from './arrived.ts';
import { idOf } from './sample-record.ts';
import { lucia, NOW, outboxItemOf, serviceOf, TODAY, vaultOf } from './vault-of.ts';

const change = (number: number) => editOf({ dwelling: { from: 'A', to: 'B' } }, idOf(number));
const vault = vaultOf([], { actor: lucia });
const groupsOf = (...items: ReturnType<typeof arrivedOf>[]) => groupArrived({ items, at: NOW }, vault);
const ids = (items: readonly { readonly changeId: string }[]) => items.map(({ changeId }) => changeId);

test('what waits for a yes, what was refused, and what somebody already has in hand stand apart', () => {
  const groups = groupsOf(
    arrivedOf({ change: change(1) }),
    arrivedOf({ change: change(2), why: 'held', refusal: undefined }),
    arrivedOf({ change: change(3), sentBackAt: NOW }),
    arrivedOf({ change: change(4), isMendedHere: true }),
  );
  expect(ids(groups.refused)).toEqual([idOf(1)]);
  expect(ids(groups.held)).toEqual([idOf(2)]);
  expect(ids(groups.inHand)).toEqual([idOf(3), idOf(4)]);
});

test('held changes come in the order in which they were written, so that a correction follows its record', () => {
  const { held } = groupsOf(
    arrivedOf({ change: change(9), why: 'held' }),
    arrivedOf({ change: change(8), why: 'held' }),
  );
  expect(ids(held)).toEqual([idOf(8), idOf(9)]);
});

test('the coordinator’s own refused change is listed once, among their own', () => {
  const own = outboxItemOf({ type: 'remove', kind: 'service', recordId: serviceOf({}).id }, { type: 'RecordRemoved' });
  const coordinator = vaultOf([], { actor: lucia, outbox: [own] });
  const arrived = arrivedPortOf([arrivedOf({ change: own.change }), arrivedOf({ change: change(2) })]);
  expect(ids(groupArrived(arrived.list.value, coordinator).refused)).toEqual([idOf(2)]);
  expect(attentionCount({ vault: coordinator, arrived, today: () => TODAY })).toBe(2);
});

test('the number at "Da sistemare" leaves out what is in somebody’s hands', () => {
  const arrived = arrivedPortOf([arrivedOf({ sentBackAt: NOW }), arrivedOf({ change: change(2) })]);
  expect(attentionCount({ vault, arrived, today: () => TODAY })).toBe(1);
});
