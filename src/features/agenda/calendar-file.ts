import { generateIcsCalendar, type IcsDateObject, type IcsEvent } from 'ts-ics';
import type { AgendaEntry } from '../../domain/agenda/agenda-of.ts';
import type { Instant } from '../../domain/primitives.ts';
import type { Translator } from '../../i18n/translate.ts';
import { officeTimeToDate } from '../office-time.ts';

/** How long an appointment takes in the calendar, because nobody writes that down. */
const APPOINTMENT_MINUTES = 30;

/**
 * The agenda as a calendar file (RFC 5545). It leaves the vault, so it holds no name, no place and no word of a record: the day, the
 * hour, the kind of thing, and an id that a second file replaces in place of doubling.
 */
export function entriesToIcs(entries: readonly AgendaEntry[], { t }: Translator, now: Instant): string {
  return generateIcsCalendar({
    prodId: '-//LGNet//Taccuino//IT',
    version: '2.0',
    method: 'PUBLISH',
    events: entries.map((entry): IcsEvent => {
      const { code, record, due, time, month } = entry;
      return {
        uid: `${[code, record.id, month].filter((part) => part !== undefined).join('-')}@taccuino`,
        stamp: { date: new Date(now) },
        summary: t(`agenda.ics.${code}`),
        ...(time === undefined
          ? { start: wholeDay(due), duration: { days: 1 } }
          : { start: atOffice(due, time), duration: { minutes: APPOINTMENT_MINUTES } }),
      };
    }),
  });
}

const wholeDay = (day: string): IcsDateObject => ({ date: new Date(`${day}T00:00:00Z`), type: 'DATE' });

const atOffice = (day: string, time: string): IcsDateObject => ({ date: officeTimeToDate(day, time) });
