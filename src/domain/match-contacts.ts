import { type NameWord, nameWords } from './fold-name.ts';
import type { Fields } from './json-value.ts';
import { agesAt, isBracketPossible } from './kinds/ages.ts';
import type { Beneficiary } from './kinds/beneficiary.ts';
import type { AnonymousContact, Service } from './kinds/service.ts';
import { isAlike } from './name-likeness.ts';
import type { CalendarDate, Id } from './primitives.ts';

/**
 * Anonymous contacts that may have been with one person, who is registered now. It proposes and never decides.
 *
 * known on both sides | points | says
 * ------------------- | ------ | ----
 * nickname            | 0.6    | sounds like the nickname or the given name
 * language            | 0.2    | one of the person's languages
 * place               | 0.2    | the person was met at the same place
 * gender              | 0.1    | the same; another one ends the suspicion
 * age                 | 0.1    | the bracket fits the birth; another one ends the suspicion
 *
 * Without a nickname all the rest together has to fit.
 */
export const CONTACT_REASONS = ['nickname', 'language', 'place', 'gender', 'age'] as const;
export type ContactReason = (typeof CONTACT_REASONS)[number];
export type LikelyContact = { readonly id: Id; readonly score: number; readonly reasons: readonly ContactReason[] };

const POINTS: Readonly<Record<ContactReason, number>> = {
  nickname: 0.6,
  language: 0.2,
  place: 0.2,
  gender: 0.1,
  age: 0.1,
};
const SCORE_MIN = 0.6;
/** As many as one looks through between two people at a desk. */
const CONTACTS_MAX = 5;

type Anonymous = { readonly id: Id; readonly fields: Fields };
export type ContactMatchScope = {
  readonly person: Fields;
  /** Where the person was met. */
  readonly places: readonly string[];
  readonly today: CalendarDate;
};

export function matchContacts(contacts: Iterable<Anonymous>, scope: ContactMatchScope): LikelyContact[] {
  const compare = comparerFor(scope);
  const found: (LikelyContact & { readonly date: string })[] = [];
  for (const { id, fields } of contacts) {
    const reasons = isContactOfOne(fields) ? compare(fields as Partial<Service>) : undefined;
    if (reasons === undefined) continue;
    const score = Math.round(reasons.reduce((sum, reason) => sum + POINTS[reason], 0) * 10) / 10;
    if (score >= SCORE_MIN) found.push({ id, score, reasons, date: (fields as Partial<Service>).date ?? '' });
  }
  return found
    .sort((a, b) => b.score - a.score || (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? 1 : -1))
    .slice(0, CONTACTS_MAX)
    .map(({ id, score, reasons }) => ({ id, score, reasons }));
}

/** Whether a service is a contact that can be linked: with one person, and nobody knows which. */
export function isContactOfOne(fields: Fields): boolean {
  const { beneficiary, contact } = fields as Partial<Service>;
  return beneficiary === undefined && contact?.count === 1;
}

/** The reasons for one contact, or undefined when something speaks against it. */
function comparerFor({ person, places, today }: ContactMatchScope) {
  const { givenName = '', nickname = '', gender, languages = [], ...birth } = person as Partial<Beneficiary>;
  const names = [...nameWords(nickname), ...nameWords(givenName)];
  const known = new Set(places.map(plainPlace));
  return ({ contact, place, date }: Partial<Service>): ContactReason[] | undefined => {
    if (contact === undefined) return undefined;
    if (areOther(contact.gender, gender)) return undefined;
    const fitsAge = doAgesFit(contact, birth, date ?? today);
    if (fitsAge === false) return undefined;
    const fits: Readonly<Record<ContactReason, boolean>> = {
      nickname: contact.nickname !== undefined && isCalled(nameWords(contact.nickname), names),
      language: contact.language !== undefined && languages.includes(contact.language),
      place: place !== undefined && known.has(plainPlace(place)),
      gender: contact.gender !== undefined && contact.gender === gender && isTold(gender),
      age: fitsAge === true,
    };
    return CONTACT_REASONS.filter((reason) => fits[reason]);
  };
}

const isCalled = (asked: readonly NameWord[], names: readonly NameWord[]): boolean =>
  asked.length > 0 && asked.every((word) => names.some((name) => isAlike(word, name)));

/** "Not asked" says nothing of anybody. */
const isTold = (gender: string | undefined): boolean => gender === 'F' || gender === 'M' || gender === 'X';
const areOther = (one: string | undefined, other: string | undefined): boolean =>
  isTold(one) && isTold(other) && one !== other;

/** On the day of the contact. Undefined when one of the two has no age. */
function doAgesFit(
  { ageBracket }: AnonymousContact,
  birth: Partial<Beneficiary>,
  day: CalendarDate,
): boolean | undefined {
  if (ageBracket === undefined) return undefined;
  const ages = agesAt(day, birth.birthDate ?? birth.birthYear);
  if (ages !== undefined) return isBracketPossible(ageBracket, ages);
  return birth.ageBracket === undefined ? undefined : birth.ageBracket === ageBracket;
}

const plainPlace = (place: string): string => place.trim().toLocaleLowerCase('it');
