import type { Fields, JsonValue } from '../../domain/json-value.ts';
import type { Shift } from '../../domain/kinds/event.ts';

/** The shifts of an event while they are written. Pure. */
export const shiftsIn = ({ shifts }: Fields): Shift[] => (Array.isArray(shifts) ? shifts : []) as Shift[];

/** A row that was added and never filled says nothing: saved is what was written. */
export function withoutEmptyShifts(values: Fields): Fields {
  const { shifts: _, ...rest } = values;
  const written = shiftsIn(values).filter(
    ({ label, from, to }) => label.trim() !== '' || from !== undefined || to !== undefined,
  );
  return written.length === 0 ? rest : { ...rest, shifts: written as JsonValue };
}
