import type { Attendance } from './kinds/attendance.ts';
import type { PersonCard } from './kinds/card.ts';
import type { Event } from './kinds/event.ts';
import type { RecordEnvelope } from './record.ts';

/**
 * The figures of civic engagement, as data and pure functions over records: unique persons beside attendances, who came unknown
 * counted apart. No order of arrival changes a figure: what is refused, or waits on one phone, is counted once beside its twin.
 */
export const EVENT_INDICATORS = [
  { code: 'events', version: 1, unit: 'event' },
  /** Registered persons, each once, over all the events asked about; whoever was counted by card and by name is one. */
  { code: 'uniqueParticipants', version: 1, unit: 'person' },
  /** Person × event × shift, people without a record included. */
  { code: 'attendances', version: 1, unit: 'attendance' },
  /** Minutes of all attendances: of a group, of each in it. */
  { code: 'minutes', version: 1, unit: 'minute' },
  /** People without a record, residents among them: nobody knows whether they are the same from one event to the next. */
  { code: 'unknownParticipants', version: 1, unit: 'person' },
  { code: 'residents', version: 1, unit: 'person' },
] as const;
export type EventFigures = Readonly<Record<(typeof EVENT_INDICATORS)[number]['code'], number>>;

type Counted = Pick<RecordEnvelope, 'id' | 'kind' | 'removed' | 'mergedInto' | 'fields'>;

/**
 * Over these events and attendances; the cards among the records, lost ones too, tell whose a scanned code is, and a code that is not among
 * them stands for a person of its own. Cancelled, removed and merged records count nowhere; nor does an attendance whose event is not
 * among the records. `findPerson` leads from a merged person to the one that is left.
 */
export function countEvents(
  records: readonly Counted[],
  findPerson: (id: string) => string = (id) => id,
): EventFigures {
  const alive = records.filter(({ removed, mergedInto }) => !removed && mergedInto === undefined);
  const isHappening = ({ kind, fields }: Counted) => kind === 'event' && (fields as Partial<Event>).state !== 'CANC';
  const events = new Set(alive.filter(isHappening).map(({ id }) => id as string));
  const presences = alive
    .filter(({ kind }) => kind === 'attendance')
    .map(({ fields }) => fields as Partial<Attendance>)
    .filter(({ event }) => event !== undefined && events.has(event));

  const holders = new Map(
    alive
      .filter(({ kind }) => kind === 'card')
      .map(({ fields }) => fields as Partial<PersonCard>)
      .map(({ code, beneficiary }) => [code, beneficiary]),
  );

  const persons = new Set<string>();
  // The longest, not the first: two phones that wrote 60 and 90 minutes come to the same figure in either order.
  const minutesByPresence = new Map<string, number>();
  const figures = { attendances: 0, minutes: 0, unknownParticipants: 0, residents: 0 };
  for (const { event, beneficiary, card, attendee, shift, minutes = 0, count = 1 } of presences) {
    const known = beneficiary ?? (card === undefined ? undefined : (holders.get(card) ?? card));
    if (known === undefined) {
      figures.attendances += count;
      figures.minutes += minutes * count;
      figures.unknownParticipants += count;
      if (attendee === 'RESI') figures.residents += count;
    } else {
      const person = findPerson(known);
      persons.add(person);
      const key = JSON.stringify([event, person, shift ?? null]);
      minutesByPresence.set(key, Math.max(minutes, minutesByPresence.get(key) ?? 0));
    }
  }
  const minutesKnown = [...minutesByPresence.values()];
  return {
    events: events.size,
    uniqueParticipants: persons.size,
    attendances: figures.attendances + minutesKnown.length,
    minutes: minutesKnown.reduce((sum, minutes) => sum + minutes, figures.minutes),
    unknownParticipants: figures.unknownParticipants,
    residents: figures.residents,
  };
}
