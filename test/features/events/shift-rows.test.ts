import { expect, test } from 'vitest';
import { withoutEmptyShifts } from '../../../src/features/events/shift-rows.ts';

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
