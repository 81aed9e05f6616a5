import {
  ar,
  en,
  en_GH,
  en_IN,
  en_NG,
  es,
  Faker,
  fr_SN,
  ka_GE,
  type LocaleDefinition,
  ro,
  ro_MD,
  tr,
  uk,
} from '@faker-js/faker';
import type { Fields, JsonValue } from '../../domain/json-value.ts';
import { transliterate } from '../../domain/transliterate.ts';
import type { DemoRandom } from './demo-random.ts';

/** People who do not exist: names from the library's lists by origin, everything else by chance. */
type Origin = {
  readonly countries: readonly [string, ...string[]];
  readonly languages: readonly [string, ...string[]];
  readonly names: LocaleDefinition[];
  readonly statuses: readonly [string, ...string[]];
};

const ORIGINS: readonly [Origin, ...Origin[]] = [
  {
    countries: ['SN', 'GM', 'ML', 'CI'],
    languages: ['wol', 'fra', 'mnk'],
    names: [fr_SN, en],
    statuses: ['RICH', 'SPEC', 'LSUB'],
  },
  {
    countries: ['NG'],
    languages: ['pcm', 'eng', 'bin', 'yor'],
    names: [en_NG, en],
    statuses: ['RICH', 'CS18', 'ASIL'],
  },
  { countries: ['GH'], languages: ['eng', 'aka'], names: [en_GH, en], statuses: ['LSUB', 'RICH', 'RINN'] },
  { countries: ['UA'], languages: ['ukr', 'rus'], names: [uk, en], statuses: ['TEMP', 'LSUB'] },
  { countries: ['PE', 'EC', 'SV'], languages: ['spa'], names: [es, en], statuses: ['LSUB', 'FAMI', 'STUD'] },
  { countries: ['TR'], languages: ['tur', 'kmr'], names: [tr, en], statuses: ['RICH', 'ASIL'] },
  { countries: ['GE'], languages: ['kat', 'rus'], names: [ka_GE, en], statuses: ['LSUB', 'RINN', 'ATOC'] },
  { countries: ['MD'], languages: ['ron', 'rus'], names: [ro_MD, ro, en], statuses: ['LSUB', 'UELP'] },
  { countries: ['IN', 'NP'], languages: ['hin', 'pan', 'nep', 'eng'], names: [en_IN, en], statuses: ['LSUB', 'RINN'] },
  {
    countries: ['MA', 'TN', 'EG', 'SY'],
    languages: ['ara', 'ary'],
    names: [ar, en],
    statuses: ['LSUB', 'FAMI', 'ASIL'],
  },
];

/** Which origin is drawn how often: the last one, whose names stay in Arabic script, half as often as the others. */
const ORIGIN_DRAW: readonly [number, ...number[]] = [
  0,
  ...ORIGINS.flatMap((_, index) => (index === 9 ? [9] : [index, index])),
];

const NOTICE_LANGUAGES = ['ita', 'eng', 'fra', 'spa', 'ara', 'urd', 'ben', 'ukr'];

export type DemoPerson = { readonly languages: readonly string[]; readonly fields: Fields };

export function createDemoPeople(random: DemoRandom, count: number, todayMs: number): DemoPerson[] {
  const fakers = ORIGINS.map(({ names }, index) => {
    const faker = new Faker({ locale: names });
    faker.seed(random.whole(1, 1e9) + index);
    return faker;
  });
  return Array.from({ length: count }, () => {
    const index = random.pick(ORIGIN_DRAW);
    const origin = ORIGINS[index] ?? ORIGINS[0];
    const faker = fakers[index] ?? new Faker({ locale: [en] });
    return createPerson(random, origin, faker, todayMs);
  });
}

function createPerson(random: DemoRandom, origin: Origin, faker: Faker, todayMs: number): DemoPerson {
  const sex = random.isTrue(0.42) ? 'female' : 'male';
  // Workers write names in Latin letters. Arabic is left as it is: without its vowels no rule makes a readable Latin name of it.
  const written = (name: string) =>
    /^[\p{Script=Latin}\p{P}\s]+$|\p{Script=Arabic}/u.test(name) ? name : romanise(name);
  const year = new Date(todayMs).getUTCFullYear() - random.whole(16, 62);
  const languages = random.some(origin.languages, random.whole(1, origin.languages.length));
  const noticeLanguage = languages.find((language) => NOTICE_LANGUAGES.includes(language)) ?? 'ita';
  const fields: Record<string, JsonValue> = {
    givenName: written(faker.person.firstName(sex)),
    gender: sex === 'female' ? 'F' : 'M',
    citizenship: [random.pick(origin.countries)],
    languages,
    linesOfAction: random.isTrue(0.3) ? ['CHARGE', 'HOUSING'] : ['CHARGE'],
  };
  if (random.isTrue(0.88)) fields.familyName = written(faker.person.lastName(sex));
  if (random.isTrue(0.18)) fields.nickname = String(fields.givenName).slice(0, 3);
  if (random.isTrue(0.55)) fields.birthYear = year;
  else if (random.isTrue(0.6)) fields.birthDate = `${year}-${two(random.whole(1, 12))}-${two(random.whole(1, 28))}`;
  else fields.ageBracket = 'A18_60';
  // 555 is not given to subscribers in Italy: nobody's number.
  if (random.isTrue(0.7)) fields.phone = `+39 3555 55${two(random.whole(0, 99))}${two(random.whole(0, 99))}`;
  if (random.isTrue(0.6)) {
    fields.residenceStatus = random.pick(origin.statuses);
    const daysLeft = random.whole(20, 700);
    if (random.isTrue(0.5)) {
      fields.permitExpiryDate = new Date(todayMs + daysLeft * 86_400_000).toISOString().slice(0, 10);
    }
  }
  if (random.isTrue(0.75)) {
    const dayMs = todayMs - random.whole(20, 320) * 86_400_000;
    fields.notice = { date: new Date(dayMs).toISOString().slice(0, 10), language: noticeLanguage, version: 'v1' };
  }
  return { languages, fields };
}

const two = (value: number): string => String(value).padStart(2, '0');
/** The soft sign has no Latin letter. */
const romanise = (name: string): string => capitalise(transliterate(name.replace(/ь/giu, '')));
const capitalise = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
