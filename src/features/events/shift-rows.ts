import type { CaseRecord } from '../../device/open-vault.ts';
import type { Fields, JsonValue } from '../../domain/json-value.ts';
import type { Shift } from '../../domain/kinds/event.ts';
import { attendanceFieldsOf } from '../event-records.ts';

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

/**
 * Shifts that people were counted in and that are not among the rows any more, with how many presences would stay in them: a shift is known by its
 * name, so that another name is another shift.
 */
export function shiftsLeft(presences: readonly CaseRecord[], values: Fields): ReadonlyMap<string, number> {
  const labels = new Set(shiftsIn(values).map(({ label }) => label.trim()));
  const left = new Map<string, number>();
  for (const held of presences) {
    const { shift } = attendanceFieldsOf(held);
    if (held.record.removed || shift === undefined || labels.has(shift)) continue;
    left.set(shift, (left.get(shift) ?? 0) + 1);
  }
  return left;
}
