import { agesAt } from '../../domain/kinds/ages.ts';
import type { Beneficiary } from '../../domain/kinds/beneficiary.ts';
import type { CalendarDate } from '../../domain/primitives.ts';
import type { Translator } from '../../i18n/translate.ts';

/** A person's facts in words. */

/** First and last three digits: enough to recognise one's own number on a shared screen, too little to call it. */
export function maskPhone(phone: string): string {
  const digits = phone.replaceAll(/[^0-9]/g, '');
  if (digits.length < 8) return `··· ${digits.slice(-2)}`;
  return `${digits.slice(0, 3)} ··· ·${digits.slice(-3)}`;
}

export function birthText(
  words: Translator,
  { birthDate, birthYear, ageBracket }: Partial<Beneficiary>,
  today: CalendarDate,
): string | undefined {
  if (birthDate !== undefined) {
    const age = agesAt(today, birthDate)?.least ?? 0;
    return words.t('people.birthDateAge', { date: words.formatDate(birthDate, 'long'), n: age });
  }
  if (birthYear !== undefined) return words.t('people.birthYearOnly', { year: String(birthYear) });
  return ageBracket && words.list('ageBracket', ageBracket);
}

/** The whole name, for the person's own page. */
export const fullName = ({ givenName, familyName }: Partial<Beneficiary>): string | undefined =>
  [givenName, familyName].filter((name) => name !== undefined).join(' ') || undefined;

export const noticeText = (words: Translator, { notice }: Partial<Beneficiary>): string | undefined =>
  notice && [words.languageName(notice.language), words.formatDate(notice.date, 'long'), notice.version].join(', ');
