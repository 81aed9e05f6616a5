import type { CaseRecord, NewChange } from '../../device/open-vault.ts';
import type { JsonValue } from '../../domain/json-value.ts';
import { ATTENDANCE_COUNT_MAX } from '../../domain/kinds/attendance.ts';
import type { Attendee, EventRole } from '../../domain/lists/attendees.ts';
import type { Id } from '../../domain/primitives.ts';
import { attendanceFieldsOf } from '../event-records.ts';

/** What the fast screen at the door decides. Pure. */

export type Door = { readonly event: string; readonly shift: string | undefined; readonly role: EventRole };
export type Comer = { readonly beneficiary: string } | { readonly attendee: Attendee; readonly count: number };

export function comerToChange(recordId: Id, { event, shift, role }: Door, comer: Comer): NewChange {
  const who: Record<string, JsonValue> =
    'beneficiary' in comer
      ? { beneficiary: comer.beneficiary }
      : { attendee: comer.attendee, ...(comer.count > 1 && { count: comer.count }) };
  const fields = { event, role, ...who, ...(shift !== undefined && { shift }) };
  return { type: 'create', kind: 'attendance', recordId, fields };
}

/** "+12" counts a group without leaving the keyboard. */
export function findGroup(text: string): number | undefined {
  const count = /^\+\s*([0-9]{1,3})$/.exec(text.trim())?.[1];
  const people = count === undefined ? 0 : Number(count);
  return people >= 1 && people <= ATTENDANCE_COUNT_MAX ? people : undefined;
}

/** Whether somebody is written already; `findPerson` leads from a merged person to the one that is left. */
export const isPresent = (
  presences: readonly CaseRecord[],
  beneficiary: string,
  shift: string | undefined,
  findPerson: (id: string) => string,
): boolean =>
  presences
    .map(attendanceFieldsOf)
    .some((fields) => findPerson(fields.beneficiary ?? '') === beneficiary && fields.shift === shift);

/** One change for each of these presences that has no hours yet. */
export const hoursToChanges = (presences: readonly CaseRecord[], minutes: number): NewChange[] =>
  presences
    .filter((held) => attendanceFieldsOf(held).minutes === undefined)
    .map(({ record: { id, kind, version } }) => ({
      type: 'edit',
      recordId: id,
      kind,
      seenVersion: version,
      fields: { minutes: { from: null, to: minutes } },
    }));
