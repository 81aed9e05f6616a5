import type { CaseRecord, OpenVault } from '../device/open-vault.ts';
import { countEvents, type EventFigures } from '../domain/event-figures.ts';
import type { Attendance } from '../domain/kinds/attendance.ts';
import type { Event } from '../domain/kinds/event.ts';
import { mayCreate } from '../domain/permissions.ts';
import { survivorIn } from './survivor.ts';

/** Events and who came, as several screens look at them. Pure: they read the caseload and nothing else. */

/** Parsed when they came in; a newer app may have written more, so nothing is taken as given. */
export const eventFieldsOf = ({ record }: CaseRecord): Partial<Event> => record.fields as Partial<Event>;
export const attendanceFieldsOf = ({ record }: CaseRecord): Partial<Attendance> => record.fields as Partial<Attendance>;

export const attendancesOf = ({ caseload }: OpenVault, eventId: string): CaseRecord[] =>
  caseload.about(eventId).filter(({ record }) => record.kind === 'attendance');

export const figuresOf = (vault: OpenVault, event: CaseRecord): EventFigures =>
  countEvents([event.record, ...attendancesOf(vault, event.record.id).map(({ record }) => record)], survivorIn(vault));

/** Events somebody came to, the latest first, each once with all the minutes spent there. */
export function eventsOfPerson(vault: OpenVault, personId: string): { event: CaseRecord; minutes: number }[] {
  const findPerson = survivorIn(vault);
  const theirs = vault.caseload
    .ofKind('attendance')
    .filter((held) => findPerson(attendanceFieldsOf(held).beneficiary ?? '') === personId);
  const byEvent = Map.groupBy(theirs, (held) => attendanceFieldsOf(held).event ?? '');
  return [...byEvent]
    .flatMap(([id, presences]) => {
      const event = vault.caseload.find(id);
      const records = presences.map(({ record }) => record);
      return event === undefined
        ? []
        : [{ event, minutes: countEvents([event.record, ...records], findPerson).minutes }];
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
