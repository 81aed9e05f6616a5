import type { CaseRecord, OpenVault } from '../device/open-vault.ts';
import { type Comers, countComers } from '../domain/event-comers.ts';
import { countEvents, type EventFigures } from '../domain/event-figures.ts';
import { guestStanding, instantToOfficeMinute, mayOpenLate } from '../domain/guest-time.ts';
import type { Attendance } from '../domain/kinds/attendance.ts';
import type { Beneficiary } from '../domain/kinds/beneficiary.ts';
import type { Event, Shift } from '../domain/kinds/event.ts';
import { mayCreate } from '../domain/permissions.ts';
import type { Instant } from '../domain/primitives.ts';
import { cardFieldsOf, findCard } from './card-records.ts';
import { survivorIn } from './survivor.ts';

/** Events and who came, as several screens look at them. Pure: they read the caseload and nothing else. */

/** Parsed when they came in; a newer app may have written more, so nothing is taken as given. */
export const eventFieldsOf = ({ record }: CaseRecord): Partial<Event> => record.fields as Partial<Event>;
export const attendanceFieldsOf = ({ record }: CaseRecord): Partial<Attendance> => record.fields as Partial<Attendance>;

export const attendancesOf = ({ caseload }: OpenVault, eventId: string): CaseRecord[] =>
  caseload.about(eventId).filter(({ record }) => record.kind === 'attendance');

/** Who a presence is of: written by name, or by the card that a volunteer's phone scanned. Undefined for people without a record. */
export const personOfPresence =
  (vault: OpenVault) =>
  ({ beneficiary, card }: Partial<Attendance>): string | undefined => {
    const held = beneficiary === undefined && card !== undefined ? findCard(vault, card) : undefined;
    const person = beneficiary ?? (held && cardFieldsOf(held).beneficiary);
    return person && survivorIn(vault)(person);
  };

export const figuresOf = (vault: OpenVault, event: CaseRecord): EventFigures =>
  countPresences(vault, event, attendancesOf(vault, event.record.id));

/** Who came, by gender and age. */
export function comersOf(vault: OpenVault, event: CaseRecord): Comers {
  const presences = attendancesOf(vault, event.record.id).filter(({ record }) => !record.removed);
  const findPerson = (presence: Partial<Attendance>) => {
    const id = personOfPresence(vault)(presence);
    return id === undefined
      ? undefined
      : { id, fields: vault.caseload.find(id)?.record.fields as Partial<Beneficiary> };
  };
  return countComers(eventFieldsOf(event).date, presences.map(attendanceFieldsOf), findPerson);
}

function countPresences(vault: OpenVault, event: CaseRecord, presences: readonly CaseRecord[]): EventFigures {
  const cards = presences
    .flatMap((held) => attendanceFieldsOf(held).card ?? [])
    .flatMap((code) => findCard(vault, code) ?? []);
  return countEvents(
    [event, ...presences, ...cards].map(({ record }) => record),
    survivorIn(vault),
  );
}

/** Events somebody came to, the latest first, each once with all the minutes spent there. */
export function eventsOfPerson(vault: OpenVault, personId: string): { event: CaseRecord; minutes: number }[] {
  const theirs = vault.caseload
    .ofKind('attendance')
    .filter((held) => personOfPresence(vault)(attendanceFieldsOf(held)) === personId);
  const byEvent = Map.groupBy(theirs, (held) => attendanceFieldsOf(held).event ?? '');
  return [...byEvent]
    .flatMap(([id, presences]) => {
      const event = vault.caseload.find(id);
      return event === undefined ? [] : [{ event, minutes: countPresences(vault, event, presences).minutes }];
    })
    .sort((a, b) => ((eventFieldsOf(a.event).date ?? '') < (eventFieldsOf(b.event).date ?? '') ? 1 : -1));
}

/** Whether presences can be written at the event now, as `attendance`'s rules will answer. */
export const mayTakePresences = (vault: OpenVault, event: CaseRecord, today: string): boolean => {
  const { date = '', state } = eventFieldsOf(event);
  const { removed, mergedInto, review } = event.record;
  const isAlive = !removed && mergedInto === undefined && review.state !== 'locked';
  return isAlive && state !== 'CANC' && date <= today && mayCreate(vault.actor, 'attendance');
};

/** Whether volunteers' phones may be let into the event now: until it ends, by whoever takes presences. */
export const mayInvite = (vault: OpenVault, event: CaseRecord, now: Instant): boolean =>
  keepsEvent(vault, event) && guestStanding(event.record, undefined, now) === 'open';

/** After it only those that still hold what they counted, and that the server knows no more. */
export const mayInviteLate = (vault: OpenVault, event: CaseRecord, now: Instant): boolean =>
  keepsEvent(vault, event) && mayOpenLate(event.record, now);

const keepsEvent = ({ actor }: OpenVault, { confirmed }: CaseRecord): boolean =>
  mayCreate(actor, 'attendance') && actor.role !== 'guest' && confirmed !== undefined;

/** The shift that is on by the clock of Italian offices, else the next one, and after the last one that. */
export function findShiftAt({ date = '', shifts = [] }: Partial<Event>, now: Instant): Shift | undefined {
  const minute = instantToOfficeMinute(now);
  const coming = shifts.filter(({ to }) => to === undefined || minute < `${date}T${to}`);
  const on = coming.find(({ from }) => from === undefined || minute >= `${date}T${from}`);
  return on ?? coming[0] ?? shifts.at(-1);
}
