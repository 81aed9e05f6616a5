import { expect, test } from 'vitest';
import { shiftsLeft, withoutEmptyShifts } from '../../../src/features/events/shift-rows.ts';
import { heldIn, recordOf, vaultOf } from '../vault-of.ts';

test.each([
  [[{ label: '' }, { label: 'Mattina' }, { label: ' ' }], [{ label: 'Mattina' }]],
  [[{ label: '' }], undefined],
  [undefined, undefined],
  // Times without a name are not nothing: saving asks for the name.
  [[{ label: '', from: '09:00' }], [{ label: '', from: '09:00' }]],
])('of the rows %j the event keeps %j', (shifts, kept) => {
  const values = { title: 'Orto', ...(shifts !== undefined && { shifts }) };
  expect(withoutEmptyShifts(values)).toEqual({ title: 'Orto', ...(kept !== undefined && { shifts: kept }) });
});

test('a shift that people were counted in is told of when its name is changed or it is taken away', () => {
  const presences = [{ shift: 'Notte' }, { shift: 'Notte' }, { shift: 'Mattina' }, {}].map((fields) =>
    recordOf('attendance', fields),
  );
  const removed = recordOf('attendance', { shift: 'Notte' }, { removed: true });
  const vault = vaultOf([...presences, removed]);
  const held = [...presences, removed].map((one) => heldIn(vault, one));
  const left = (...labels: string[]) => [...shiftsLeft(held, { shifts: labels.map((label) => ({ label })) })];
  expect(left('Mattina', ' Notte ')).toEqual([]);
  expect(left('Mattina', 'Notte fonda')).toEqual([['Notte', 2]]);
  expect(left()).toEqual([
    ['Notte', 2],
    ['Mattina', 1],
  ]);
});
