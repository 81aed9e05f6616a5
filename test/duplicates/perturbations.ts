import type { Fields, JsonValue } from '../../src/domain/json-value.ts';
import type { DemoRandom } from '../../src/server/demo/demo-random.ts';
import { isLatin, type Spellings } from './spellings.ts';

/** Somebody as they truly are; what two desks write of them differs. */
export type TruePerson = {
  readonly given: Spellings;
  readonly family: Spellings;
  readonly nickname: string;
  readonly birthYear: number;
  readonly phone: string;
};

/** How the second desk writes the same person otherwise. One thing at a time, and two at once at the end. */
export type Perturbation = {
  readonly name: string;
  /** What is done, for the reader of the report. */
  readonly what: string;
  readonly write: (person: TruePerson, random: DemoRandom) => Fields;
};

/** As the first desk wrote it; the telephone is left out, because a number alone would find most people. */
const asKnown = ({ given, family, birthYear }: TruePerson): Fields => ({
  givenName: given[0],
  familyName: family[0],
  birthYear,
});
const named = (person: TruePerson, givenName: string, familyName: string): Fields => ({
  ...asKnown(person),
  givenName,
  familyName,
});
const without = (fields: Fields, name: string): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));

export const PERTURBATIONS: readonly Perturbation[] = [
  { name: 'same', what: 'typed as before', write: asKnown },
  {
    name: 'spelling',
    what: 'both names in another Latin spelling, where there is one',
    write: (person, random) => named(person, respell(person.given, random), respell(person.family, random)),
  },
  {
    name: 'script',
    what: 'both names in their own script, where there is one',
    write: (person) => named(person, inScript(person.given), inScript(person.family)),
  },
  {
    name: 'swapped',
    what: 'given name and family name in each other’s place',
    write: (person) => named(person, person.family[0], person.given[0]),
  },
  {
    name: 'typo',
    what: 'one slip of a finger in one of the names',
    write: (person, random) =>
      random.isTrue(0.5)
        ? named(person, slip(person.given[0], random), person.family[0])
        : named(person, person.given[0], slip(person.family[0], random)),
  },
  {
    name: 'two typos',
    what: 'a slip in each of the names',
    write: (person, random) => named(person, slip(person.given[0], random), slip(person.family[0], random)),
  },
  {
    name: 'no family',
    what: 'given name and year only',
    write: (person) => without(asKnown(person), 'familyName'),
  },
  {
    name: 'no year',
    what: 'both names, nothing of the age',
    write: (person) => without(asKnown(person), 'birthYear'),
  },
  {
    name: 'year off',
    what: 'a year or two beside the true one',
    write: (person, random) => ({ ...asKnown(person), birthYear: person.birthYear + random.pick([-2, -1, 1, 2]) }),
  },
  {
    name: 'bracket',
    what: 'an age estimated by eye instead of the year',
    write: (person) => ({ ...without(asKnown(person), 'birthYear'), ageBracket: bracketOf(person.birthYear) }),
  },
  {
    name: 'nickname',
    what: 'only the nickname, and the year',
    write: ({ nickname, birthYear }) => ({ nickname, birthYear }),
  },
  {
    name: 'phone',
    what: 'only a given name in another spelling, and the number written otherwise',
    write: (person, random) => ({
      givenName: respell(person.given, random),
      phone: rewritePhone(person.phone, random),
    }),
  },
  {
    name: 'spelling + phone',
    what: 'both names in another spelling, the number written otherwise, nothing of the age',
    write: (person, random) => ({
      givenName: respell(person.given, random),
      familyName: respell(person.family, random),
      phone: rewritePhone(person.phone, random),
    }),
  },
  {
    name: 'spelling + swapped',
    what: 'another spelling, in each other’s place',
    write: (person, random) => named(person, respell(person.family, random), respell(person.given, random)),
  },
  {
    name: 'spelling + year off',
    what: 'another spelling, and a year or two beside',
    write: (person, random) => ({
      ...named(person, respell(person.given, random), respell(person.family, random)),
      birthYear: person.birthYear + random.pick([-2, -1, 1, 2]),
    }),
  },
  {
    name: 'spelling + typo',
    what: 'another spelling, and a slip in one of the names',
    write: (person, random) =>
      named(person, slip(respell(person.given, random), random), respell(person.family, random)),
  },
];

function respell(spellings: Spellings, random: DemoRandom): string {
  const [first, ...others] = spellings.filter(isLatin);
  const [other, ...more] = others;
  return other === undefined ? (first ?? spellings[0]) : random.pick([other, ...more]);
}

const inScript = (spellings: Spellings): string => spellings.find((spelling) => !isLatin(spelling)) ?? spellings[0];

/** A letter too many, missing, beside the right one, or two swapped; never the first, which people look at. */
function slip(name: string, random: DemoRandom): string {
  const letters = [...name];
  if (letters.length < 4) return name;
  const at = random.whole(1, letters.length - 2);
  const letter = letters[at] ?? '';
  const near = random.pick(['a', 'e', 'i', 'n', 'r', 's', 't', 'l']);
  switch (random.whole(0, 3)) {
    case 0:
      return letters.toSpliced(at, 0, near).join('');
    case 1:
      return letters.toSpliced(at, 1).join('');
    case 2:
      return letters.toSpliced(at, 1, near).join('');
    default:
      return letters.toSpliced(at, 2, letters[at + 1] ?? '', letter).join('');
  }
}

function rewritePhone(phone: string, random: DemoRandom): string {
  const digits = phone.replace('+39 ', '').replaceAll(' ', '');
  return random.pick([
    digits,
    `0039${digits}`,
    `+39${digits}`,
    `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`,
    `(+39) ${digits.slice(0, 3)}.${digits.slice(3)}`,
  ]);
}

/** The middle of the labelled set's year is far from every edge: people look their age. */
function bracketOf(birthYear: number): JsonValue {
  const age = SET_YEAR - birthYear;
  if (age < 18) return 'U18';
  return age > 60 ? 'O60' : 'A18_60';
}

/** The set is made as if in this year, whenever it is made. */
export const SET_YEAR = 2026;
