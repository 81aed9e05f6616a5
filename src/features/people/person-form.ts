import type { Fields, JsonValue } from '../../domain/json-value.ts';
import type { Beneficiary } from '../../domain/kinds/beneficiary.ts';
import type { Service } from '../../domain/kinds/service.ts';
import { LANGUAGES, type Language } from '../../domain/lists/languages.ts';
import { noticeLanguageFor } from '../../domain/notice/notice-language-for.ts';
import { noticeOn } from '../../domain/notice/notice-on.ts';
import type { CalendarDate } from '../../domain/primitives.ts';

/** What the person form decides without a screen. Pure. */

/** What was known of an anonymous contact, where it belongs in the record of the person it was with. */
export function contactToFields(service: Fields | undefined): Fields {
  const { contact } = (service ?? {}) as Partial<Service>;
  if (contact === undefined) return {};
  const { nickname, language, gender, ageBracket } = contact;
  return {
    ...(nickname !== undefined && { nickname }),
    ...(language !== undefined && { languages: [language] }),
    ...(gender !== undefined && { gender }),
    ...(ageBracket !== undefined && { ageBracket }),
  };
}

/** A birth is known in one way: the exact day, the year, or only about how old somebody is. */
export const BIRTH_WAYS = ['date', 'year', 'bracket'] as const;
export type BirthWay = (typeof BIRTH_WAYS)[number];
export const BIRTH_FIELDS = { date: 'birthDate', year: 'birthYear', bracket: 'ageBracket' } as const satisfies Record<
  BirthWay,
  keyof Beneficiary
>;

/** The most exact of what is known. */
export const findBirthWay = (isKnown: (field: string) => boolean): BirthWay | undefined =>
  BIRTH_WAYS.find((way) => isKnown(BIRTH_FIELDS[way]));

/** Without the other two ways, so that an old answer never contradicts the new one out of sight. */
export const birthWithout = (way: BirthWay | undefined): Record<string, undefined> =>
  Object.fromEntries(BIRTH_WAYS.filter((other) => other !== way).map((other) => [BIRTH_FIELDS[other], undefined]));

/** Where nobody was registered yet: the languages most heard at the desks of the network. */
export const USUAL_LANGUAGES: readonly Language[] = ['ara', 'fra', 'eng', 'spa', 'urd', 'ben', 'wol', 'ukr'];

/** The chosen languages that have no chip of their own; codes of a newer version stay. */
export const otherLanguages = (chosen: readonly string[], onChips: readonly string[]): string[] =>
  chosen.filter((code) => !onChips.includes(code));

export const isLanguage = (code: string): code is Language => LANGUAGES.some((known) => known === code);

/** Handed over today, in the language that it would be shown in. */
export const noticeOfToday = (today: CalendarDate, spoken: readonly string[]): JsonValue =>
  noticeOn(today, noticeLanguageFor(spoken));
