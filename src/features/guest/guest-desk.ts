import type { CaseRecord, NewChange, OpenVault } from '../../device/open-vault.ts';
import type { JsonValue } from '../../domain/json-value.ts';
import type { Attendance } from '../../domain/kinds/attendance.ts';
import type { AgeBracket } from '../../domain/lists/age-brackets.ts';
import type { Gender } from '../../domain/lists/genders.ts';
import type { Id } from '../../domain/primitives.ts';
import { attendanceFieldsOf, attendancesOf } from '../event-records.ts';

/**
 * What a volunteer's phone writes. Pure. Each tap is a presence of its own, of somebody unknown or of whoever carries a card; the volunteer
 * is one too, in that role, with their hours and their note.
 */
type Place = { readonly event: Id; readonly shift: string | undefined };

const presence = (recordId: Id, { event, shift }: Place, who: Readonly<Record<string, JsonValue>>): NewChange => ({
  type: 'create',
  kind: 'attendance',
  recordId,
  fields: { event, ...who, ...(shift !== undefined && { shift }) },
});

export const oneMore = (recordId: Id, place: Place): NewChange =>
  presence(recordId, place, { attendee: 'UNKN', role: 'PART' });

export const byCard = (recordId: Id, place: Place, card: string): NewChange =>
  presence(recordId, place, { card, role: 'PART' });

/** Counted with this phone and not taken back, the latest first: ids grow with time. */
export const countedHere = (vault: OpenVault, event: Id): CaseRecord[] =>
  ownPresences(vault, event)
    .filter((held) => attendanceFieldsOf(held).role === 'PART')
    .sort((a, b) => (a.record.id < b.record.id ? 1 : -1));

export const hasCard = (counted: readonly CaseRecord[], card: string, shift: string | undefined): boolean =>
  counted.map(attendanceFieldsOf).some((fields) => fields.card === card && fields.shift === shift);

/** Of somebody without a record, as it is seen at a door; tapped again, it is taken back. */
export type Look =
  | { readonly field: 'gender'; readonly value: Gender }
  | { readonly field: 'ageBracket'; readonly value: AgeBracket };

export function lookToChange({ record: { id, kind, version, fields } }: CaseRecord, { field, value }: Look): NewChange {
  const from = fields[field] ?? null;
  return {
    type: 'edit',
    recordId: id,
    kind,
    seenVersion: version,
    fields: { [field]: { from, to: from === value ? null : value } },
  };
}

/** Whoever was counted last, unless a card tells who they are. */
export const findLastUnknown = (counted: readonly CaseRecord[]): CaseRecord | undefined =>
  counted[0] !== undefined && attendanceFieldsOf(counted[0]).card === undefined ? counted[0] : undefined;

export type Turn = { readonly from?: string | undefined; readonly to?: string | undefined; readonly note: string };

export const findOwnTurn = (vault: OpenVault, event: Id): CaseRecord | undefined =>
  ownPresences(vault, event).find((held) => attendanceFieldsOf(held).role === 'VOLU');

const DAY_MINUTES = 24 * 60;
/** Nobody works longer over a midnight; what would be longer is two times that were swapped. */
const OVERNIGHT_MINUTES_MAX = 12 * 60;

/**
 * Minutes between two times; an end before the beginning is of the next day. `none` when neither is written, undefined when one is missing
 * or they make no turn.
 */
export function minutesOf({ from, to }: Turn): number | 'none' | undefined {
  if (from === undefined && to === undefined) return 'none';
  const minutes = timeToMinutes(to) - timeToMinutes(from);
  if (minutes > 0) return minutes;
  return minutes + DAY_MINUTES <= OVERNIGHT_MINUTES_MAX ? minutes + DAY_MINUTES : undefined;
}

const timeToMinutes = (time: string | undefined): number => {
  const [hours = Number.NaN, minutes = Number.NaN] = (time ?? '').split(':').map(Number);
  return hours * 60 + minutes;
};

/** The volunteer's own presence, written or mended; undefined when nothing is new. */
export function turnToChange(
  own: CaseRecord | undefined,
  recordId: Id,
  event: Id,
  written: Pick<Partial<Attendance>, 'minutes' | 'note'>,
): NewChange | undefined {
  const told = Object.entries(written).filter(([, value]) => value !== undefined) as [string, JsonValue][];
  if (own === undefined) {
    return told.length === 0
      ? undefined
      : presence(
          recordId,
          { event, shift: undefined },
          { attendee: 'UNKN', role: 'VOLU', ...Object.fromEntries(told) },
        );
  }
  const { id, kind, version, fields } = own.record;
  const changed = told.filter(([name, value]) => fields[name] !== value);
  if (changed.length === 0) return undefined;
  const edits = changed.map(([name, to]) => [name, { from: fields[name] ?? null, to }]);
  return { type: 'edit', recordId: id, kind, seenVersion: version, fields: Object.fromEntries(edits) };
}

/** Others' presences never come here; that they were this phone's own is said again all the same. */
const ownPresences = (vault: OpenVault, event: Id): CaseRecord[] =>
  attendancesOf(vault, event).filter(({ record }) => record.createdBy.id === vault.actor.id && !record.removed);
