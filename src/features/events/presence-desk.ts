import type { CaseRecord, NewChange } from '../../device/open-vault.ts';
import type { Change } from '../../domain/change.ts';
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

/** A group begun with "+" whose number no group has; the plus alone is only the beginning. */
export const isGroupUnreadable = (text: string): boolean =>
  /^\+\s*\S/.test(text.trim()) && findGroup(text) === undefined;

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

/** The presences of somebody in one shift, where there are any; `personOf` knows the person behind a card, and who is left of a merge. */
export const presencesOf = (
  presences: readonly CaseRecord[],
  beneficiary: string,
  shift: string | undefined,
  personOf: (fields: Partial<Attendance>) => string | undefined,
): CaseRecord[] =>
  presences.filter((held) => {
    const fields = attendanceFieldsOf(held);
    return personOf(fields) === beneficiary && fields.shift === shift;
  });

export const isPresent = (...where: Parameters<typeof presencesOf>): boolean => presencesOf(...where).length > 0;

/** What a line of paper with these minutes means for somebody who is here already. */
export type LineAnswer =
  | { readonly is: 'known' }
  | { readonly is: 'toWrite'; readonly minutes: number }
  | { readonly is: 'different'; readonly there: number };

export function answerToLine(here: readonly CaseRecord[], minutes: number | undefined): LineAnswer {
  const there = minutesThere(here);
  if (minutes === undefined || minutes === there) return { is: 'known' };
  return there === undefined ? { is: 'toWrite', minutes } : { is: 'different', there };
}

/** The longest, as the figures count them. */
function minutesThere(here: readonly CaseRecord[]): number | undefined {
  const written = here.flatMap((held) => attendanceFieldsOf(held).minutes ?? []);
  return written.length === 0 ? undefined : Math.max(...written);
}

/** Each person once a shift, in their order, by the presence with the longest hours; those whom nobody knows by name are left out. */
export function namedPresences(
  presences: readonly CaseRecord[],
  personOf: (fields: Partial<Attendance>) => string | undefined,
): CaseRecord[] {
  const known = presences.filter((held) => personOf(attendanceFieldsOf(held)) !== undefined);
  const same = Map.groupBy(known, (held) => {
    const fields = attendanceFieldsOf(held);
    return JSON.stringify([personOf(fields), fields.shift]);
  });
  return [...same.values()].flatMap(
    (here) => here.find((held) => attendanceFieldsOf(held).minutes === minutesThere(here)) ?? [],
  );
}

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

/** Takes back what the server has already: a presence is removed, hours are emptied again. The audit shows both. */
export function changeBack(change: Change, version: number): NewChange {
  const { recordId, kind } = change;
  if (change.type !== 'edit') return { type: 'remove', recordId, kind };
  const fields = Object.fromEntries(
    Object.entries(change.fields).map(([field, { from, to }]) => [field, { from: to, to: from }]),
  );
  return { type: 'edit', recordId, kind, seenVersion: version, fields };
}
