import { type NameWord, nameWords } from './fold-name.ts';
import type { Fields, JsonValue } from './json-value.ts';

/** What a person is found by, computed once: words of the names, digits of the telephone, what is known of the age. */
export type PersonKeys = {
  readonly given: readonly NameWord[];
  readonly family: readonly NameWord[];
  readonly nickname: readonly NameWord[];
  /** Last digits of the telephone number, without the prefix that some write and some do not; empty when unknown. */
  readonly phoneDigits: string;
  readonly birthYear: number | undefined;
  readonly ageBracket: string | undefined;
};

/** `toWords` is `nameWords`, or a reader that remembers: names repeat, and folding is most of the work of a large caseload. */
export function personKeys(fields: Fields, toWords: (text: string) => readonly NameWord[] = nameWords): PersonKeys {
  return {
    given: toWords(textOf(fields.givenName)),
    family: toWords(textOf(fields.familyName)),
    nickname: toWords(textOf(fields.nickname)),
    phoneDigits: phoneDigits(textOf(fields.phone)),
    birthYear: birthYearOf(fields),
    ageBracket: textOf(fields.ageBracket) || undefined,
  };
}

export const wordsOf = ({ given, family, nickname }: PersonKeys): NameWord[] => [...given, ...family, ...nickname];

/** +39 333 1234567, 0039 333 1234567 and 333-1234567 are one number. Other countries' prefixes stay: they tell numbers apart. */
export const phoneDigits = (text: string): string =>
  text.replaceAll(/[^0-9]/g, '').replace(/^(?:0039|39(?=[0-9]{9,10}$))/, '');

function birthYearOf(fields: Fields): number | undefined {
  const year = fields.birthYear;
  if (typeof year === 'number') return year;
  const date = textOf(fields.birthDate);
  return date === '' ? undefined : Number(date.slice(0, 4));
}

const textOf = (value: JsonValue | undefined): string => (typeof value === 'string' ? value : '');
