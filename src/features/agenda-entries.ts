import type { OpenVault } from '../device/open-vault.ts';
import { type AgendaEntry, agendaOf } from '../domain/agenda/agenda-of.ts';
import { AGENDA_RULES } from '../domain/agenda/agenda-rules.ts';
import { monthOf } from '../domain/calendar.ts';
import type { CalendarDate } from '../domain/primitives.ts';
import type { Translator } from '../i18n/translate.ts';
import { calendarIcon, clockIcon, housingIcon, type IconNode, shareIcon } from '../ui/icons.ts';
import { monthToText } from './moment-words.ts';
import { findOfficeName } from './office-records.ts';
import { PLACES, placeOfRecord, withAfter, withMonth } from './places.ts';
import { nameOfPerson, recordTitle } from './record-words.ts';

/** What the agenda holds, and how its lines read. */
export type Whose = 'mine' | 'all';

/** Everything due up to a day: of what one wrote oneself, or of the whole city. */
export function agendaEntries(vault: OpenVault, whose: Whose, today: CalendarDate, until: CalendarDate): AgendaEntry[] {
  const isShown = (by: string): boolean => whose === 'all' || by === vault.actor.id;
  const recordsOf = (kind: string) =>
    vault.caseload.ofKind(kind).flatMap(({ record }) => (isShown(record.createdBy.id) ? [record] : []));
  const aboutOf = (id: string) => vault.caseload.about(id).map(({ record }) => record);
  return agendaOf(AGENDA_RULES, { recordsOf, aboutOf, today, until });
}

/** What is due on these days, which follow each other: of a calendar's month and of the days that it shows beside it. */
export const agendaEntriesOn = (
  vault: OpenVault,
  whose: Whose,
  today: CalendarDate,
  days: readonly CalendarDate[],
): AgendaEntry[] => agendaEntries(vault, whose, today, days.at(-1) ?? today).filter(({ due }) => days.includes(due));

/** Whose agenda one sees first: who coordinates looks after everybody's. */
export const firstWhose = ({ actor }: OpenVault): Whose => (actor.role === 'coordinator' ? 'all' : 'mine');

type AgendaLine = {
  readonly key: string;
  readonly icon: IconNode;
  readonly title: string;
  readonly subtitle: string;
  readonly href: string;
};

const ICONS = {
  APPO: calendarIcon,
  PERM: clockIcon,
  ESCI: housingIcon,
  INVI: shareIcon,
  MESE: housingIcon,
  PASS: housingIcon,
  FUP3: housingIcon,
  FUP6: housingIcon,
} satisfies Record<AgendaEntry['code'], IconNode>;

export function entryLine(vault: OpenVault, words: Translator, entry: AgendaEntry, today: CalendarDate): AgendaLine {
  const { record, code, time, month } = entry;
  const text = (field: string): string | undefined => {
    const value = record.fields[field];
    return typeof value === 'string' ? value : undefined;
  };
  const person = text('beneficiary') ?? (record.kind === 'beneficiary' ? record.id : undefined);
  const who = person === undefined ? undefined : nameOfPerson(vault, words, person);
  const details =
    code === 'APPO'
      ? [time, who, text('place')]
      : [who, findOfficeName(vault, text('referralOffice')) ?? text('referralTo')];
  return {
    key: [code, record.id, month].join(' '),
    icon: ICONS[code],
    title: entryTitle(vault, words, entry, today),
    subtitle: details.filter((detail) => detail !== undefined).join(' · '),
    href: entryPlace(entry),
  };
}

/** The record itself, or the form of the small record that is to be written about it. */
function entryPlace({ code, record, month }: AgendaEntry): string {
  switch (code) {
    case 'MESE':
      return withMonth(PLACES.newMonth(record.id), month ?? '');
    case 'FUP3':
      return withAfter(PLACES.newFollowUp(record.id), 'M3');
    case 'FUP6':
      return withAfter(PLACES.newFollowUp(record.id), 'M6');
    default:
      return placeOfRecord(record.kind, record.id);
  }
}

function entryTitle(
  vault: OpenVault,
  words: Translator,
  { code, record, month }: AgendaEntry,
  today: CalendarDate,
): string {
  if (code === 'APPO') return recordTitle(vault, words, { record });
  if (code === 'MESE') return words.t('agenda.MESE', { month: monthToText(words, month ?? monthOf(today)) });
  const { nextStep } = record.fields;
  if (code === 'PASS' && typeof nextStep === 'string') return nextStep;
  if (code !== 'ESCI') return words.t(`agenda.${code}`);
  const exit = record.fields.expectedExitDate;
  return words.t('agenda.ESCI', { when: typeof exit === 'string' ? words.formatRelativeDay(exit, today) : '' });
}
