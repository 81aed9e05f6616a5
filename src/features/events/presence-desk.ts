import type { CaseRecord, NewChange } from '../../device/open-vault.ts';
import type { JsonValue } from '../../domain/json-value.ts';
import { ATTENDANCE_COUNT_MAX, ATTENDANCE_MINUTES_MAX, type Attendance } from '../../domain/kinds/attendance.ts';
import type { Attendee, EventRole } from '../../domain/lists/attendees.ts';
import type { Id } from '../../domain/primitives.ts';
import { attendanceFieldsOf } from '../event-records.ts';

/** What the fast screen at the door decides. Pure. */

export type Door = { readonly event: string; readonly shift: string | undefined; readonly role: EventRole };
export type Comer = { readonly minutes?: number | undefined } & (
  | { readonly beneficiary: string }
  | { readonly attendee: Attendee; readonly count: number; readonly nickname?: string | undefined }
);

export function comerToChange(recordId: Id, { event, shift, role }: Door, comer: Comer): NewChange {
  const who: Record<string, JsonValue> =
    'beneficiary' in comer
      ? { beneficiary: comer.beneficiary }
      : {
          attendee: comer.attendee,
          ...(comer.count > 1 && { count: comer.count }),
          ...(comer.nickname !== undefined && { nickname: comer.nickname }),
        };
  const fields = {
    event,
    role,
    ...who,
    ...(shift !== undefined && { shift }),
    ...(comer.minutes !== undefined && { minutes: comer.minutes }),
  };
  return { type: 'create', kind: 'attendance', recordId, fields };
}

/** "+12" counts a group without leaving the keyboard. */
export function findGroup(text: string): number | undefined {
  const count = /^\+\s*([0-9]{1,3})$/.exec(text.trim())?.[1];
  const people = count === undefined ? 0 : Number(count);
  return people >= 1 && people <= ATTENDANCE_COUNT_MAX ? people : undefined;
}

/** "2", "2,5", "2:30" as people write hours, in minutes; `none` for nothing written, undefined for what is no length of a day. */
export function findMinutes(text: string): number | 'none' | undefined {
  const written = text.trim();
  if (written === '') return 'none';
  const [, hours, decimals, sixtieths] = /^([0-9]{1,2})(?:[.,]([0-9]{1,2})|:([0-5][0-9]))?\s*h?$/i.exec(written) ?? [];
  if (hours === undefined) return undefined;
  const rest = sixtieths === undefined ? Number(`0.${decimals ?? 0}`) * 60 : Number(sixtieths);
  const minutes = Number(hours) * 60 + Math.round(rest);
  return minutes <= ATTENDANCE_MINUTES_MAX ? minutes : undefined;
}

/** Whether somebody is written already; `personOf` knows the person behind a card, and who is left of a merge. */
export const isPresent = (
  presences: readonly CaseRecord[],
  beneficiary: string,
  shift: string | undefined,
  personOf: (fields: Partial<Attendance>) => string | undefined,
): boolean =>
  presences.map(attendanceFieldsOf).some((fields) => personOf(fields) === beneficiary && fields.shift === shift);

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
