import type { Fields } from '../../src/domain/json-value.ts';
import { createDemoRandom, type DemoRandom } from '../../src/server/demo/demo-random.ts';
import { createPeopleFields } from '../bench/bench-data.ts';
import { PERTURBATIONS, SET_YEAR, type TruePerson } from './perturbations.ts';
import { NAME_POOLS } from './spellings.ts';

/**
 * People who are registered, and people who come to a desk, with the truth about who of them is who. Made of a seed.
 *
 * Of `people` registered, three quarters are the demonstration's (names by origin from a library), so that the crowd is as mixed as a
 * city's. A quarter are true persons of whom several spellings are known, as the first desk wrote them: name drawn from one origin's
 * list, 85 of 100 with a year of birth and the others with a bracket of age or nothing, 7 of 10 with a telephone, 1 of 5 with a nickname.
 * Homonyms arise by themselves too, and are counted as the false alarms that they are.
 *
 * Then come, in equal numbers, the same people written otherwise (one row for each perturbation), and people who are *not* registered:
 * siblings (the family name, within eight years, half of them with the family's telephone), homonyms (both names, born three to twenty
 * years apart, another telephone), and strangers.
 */
export type LabelledSet = {
  readonly registered: ReadonlyMap<string, Fields>;
  readonly queries: readonly Query[];
};
export type Query = {
  /** The perturbation, or what sort of somebody else. */
  readonly kind: string;
  readonly fields: Fields;
  /** Who it is; undefined when they are not registered. */
  readonly sameAs: string | undefined;
};

export const OTHERS = {
  sibling: 'the family name and a near year, every second one with the same telephone',
  homonym: 'both names, born three to twenty years apart',
  stranger: 'anybody else',
} as const;

export function createLabelledSet(seed: number, people: number, perRow: number): LabelledSet {
  const random = createDemoRandom(seed);
  const persons = Array.from({ length: Math.ceil(people / 4) }, () => createPerson(random));
  const crowd = createPeopleFields(seed, people - persons.length);
  const registered = new Map([
    ...crowd.map((fields, at): [string, Fields] => [`crowd-${at}`, fields]),
    ...persons.map((person, at): [string, Fields] => [idOf(at), register(person, random)]),
  ]);
  // Without telephones: the demonstration has so few numbers that strangers would share them.
  const strangers = createPeopleFields(seed + 1, persons.length).map(({ phone: _, ...fields }): Fields => fields);
  const draw = () => random.whole(0, persons.length - 1);
  const personAt = (at: number): TruePerson => persons[at] ?? createPerson(random);
  const same = PERTURBATIONS.flatMap(({ name, write }) =>
    Array.from({ length: perRow }, (): Query => {
      const at = draw();
      // Asked for by nickname or number, somebody has to have one on record.
      registered.set(idOf(at), complete(name, registered.get(idOf(at)) ?? {}, personAt(at)));
      return { kind: name, fields: write(personAt(at), random), sameAs: idOf(at) };
    }),
  );
  const rows = Math.round((PERTURBATIONS.length * perRow) / Object.keys(OTHERS).length);
  const others = (Object.keys(OTHERS) as (keyof typeof OTHERS)[]).flatMap((kind) =>
    Array.from({ length: rows }, (): Query => {
      const at = draw();
      const stranger = random.isTrue(0.5) ? strangers[at] : undefined;
      const fields = stranger !== undefined && kind === 'stranger' ? stranger : createOther(kind, personAt(at), random);
      return { kind, fields, sameAs: undefined };
    }),
  );
  return { registered, queries: [...same, ...others] };
}

function createPerson(random: DemoRandom): TruePerson {
  const pool = random.pick(NAME_POOLS);
  const [given, ...moreGiven] = pool.given;
  const [family, ...moreFamily] = pool.family;
  if (given === undefined || family === undefined) throw new Error('a pool of names is empty');
  const name = random.pick([given, ...moreGiven]);
  return {
    given: name,
    family: random.pick([family, ...moreFamily]),
    nickname: name[0].slice(0, 3) + random.pick(['', 'i', 'o', 'u']),
    birthYear: SET_YEAR - random.whole(16, 70),
    // 555 is not given to subscribers in Italy: nobody's number.
    phone: `+39 355 5${random.whole(100_000, 999_999)}`,
  };
}

function register(person: TruePerson, random: DemoRandom): Fields {
  const age = random.next();
  return {
    givenName: person.given[0],
    familyName: person.family[0],
    ...(age < 0.85 && { birthYear: person.birthYear }),
    ...(age >= 0.85 && age < 0.95 && { ageBracket: SET_YEAR - person.birthYear > 60 ? 'O60' : 'A18_60' }),
    ...(random.isTrue(0.7) && { phone: person.phone }),
    ...(random.isTrue(0.2) && { nickname: person.nickname }),
  };
}

const complete = (perturbation: string, fields: Fields, { nickname, phone }: TruePerson): Fields => ({
  ...fields,
  ...(perturbation === 'nickname' && { nickname }),
  ...(perturbation.endsWith('phone') && { phone }),
});

function createOther(kind: keyof typeof OTHERS, person: TruePerson, random: DemoRandom): Fields {
  const somebody = createPerson(random);
  switch (kind) {
    case 'sibling':
      return {
        givenName: somebody.given[0] === person.given[0] ? 'Zoë' : somebody.given[0],
        familyName: person.family[0],
        birthYear: person.birthYear + random.pick([-8, -5, -3, -2, -1, 1, 2, 3, 5, 8]),
        ...(random.isTrue(0.5) && { phone: person.phone }),
      };
    case 'homonym':
      return {
        givenName: person.given[0],
        familyName: person.family[0],
        birthYear: person.birthYear + random.pick([-1, 1]) * random.whole(3, 20),
        phone: somebody.phone,
      };
    case 'stranger':
      return { givenName: somebody.given[0], familyName: somebody.family[0], birthYear: somebody.birthYear };
  }
}

const idOf = (at: number): string => `person-${at}`;
