import { joinWords, type NameWord } from './fold-name.ts';
import type { Fields } from './json-value.ts';
import { agesAt, isBracketPossible } from './kinds/ages.ts';
import { AgeBracket } from './lists/age-brackets.ts';
import { isAlike } from './name-likeness.ts';
import { type PersonKeys, personKeys, wordsOf } from './person-keys.ts';
import type { CalendarDate } from './primitives.ts';
import type { PeopleIndex } from './search-people.ts';
import { isWithinOneTypo } from './typo.ts';

/**
 * People already registered who may be the one about to be registered. It warns and never decides: keys are coarse, and two
 * cousins may share a name and a year. What speaks against (years far apart) lowers the score, and far enough it ends the suspicion.
 *
 * reason        | points | says
 * ------------- | ------ | ----
 * samePhone     | 0.6    | the same telephone number (a family may share one)
 * sameName      | 0.6    | given and family name sound alike, each in its place
 * swappedName   | 0.55   | the same, in each other's place
 * similarName   | 0.4    | one of the two sounds alike and the other is a typo away, or only one of them is known and sounds alike;
 *               |        | 0.3 when both are a typo away
 * sameNickname  | 0.35   | the nickname sounds like a nickname or, where the names themselves say nothing, like a given name
 * nearBirth     | 0.25   | born in the same year, 0.15 within two years
 * sameBracket   | 0.05   | only age brackets are known, and they agree
 * (against)     | − 0.4  | born more than five years apart, or in brackets that cannot agree
 * (against)     | − 0.4  | one family name, two given names and two years: a relative, who may share the telephone
 *
 * How often it is right, and what it misses: `npm run duplicates`. Between three and five years apart nothing is said against: young
 * people's ages are often disputed.
 */
export const DUPLICATE_REASONS = [
  'samePhone',
  'sameName',
  'swappedName',
  'similarName',
  'sameNickname',
  'nearBirth',
  'sameBracket',
] as const;
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];
export type LikelyDuplicate = {
  readonly id: string;
  /** 0 to 1; the order of the list. */
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
};

/** A similar name alone is no reason to stop anybody; with a year that fits, or a nickname and a year, it is. */
export const SCORE_MIN = 0.5;
const CANDIDATES_MAX = 300;
const DUPLICATES_MAX = 5;

export function findDuplicates(
  index: PeopleIndex,
  fields: Fields,
  today: CalendarDate,
  scoreMin = SCORE_MIN,
): LikelyDuplicate[] {
  const asked = personKeys(fields);
  const searched = [
    ...wordsOf(asked).map(({ plain }) => plain),
    ...(asked.phoneDigits === '' ? [] : [asked.phoneDigits]),
  ];
  // Word by word, because in one query a shared family name would drown the rest.
  const ids = new Set(searched.flatMap((word) => index.findAlike([word], CANDIDATES_MAX)));
  for (const id of index.findAlike(searched, CANDIDATES_MAX)) ids.add(id);
  return [...ids]
    .flatMap((id): LikelyDuplicate[] => {
      const known = index.findKeys(id);
      const found = known === undefined ? undefined : compare(id, asked, known, today);
      return found !== undefined && found.score >= scoreMin ? [found] : [];
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, DUPLICATES_MAX);
}

function compare(id: string, asked: PersonKeys, known: PersonKeys, today: CalendarDate): LikelyDuplicate {
  const points: (readonly [DuplicateReason | undefined, number])[] = [
    ...(asked.phoneDigits.length >= 6 && asked.phoneDigits === known.phoneDigits ? [['samePhone', 0.6] as const] : []),
    ...namePoints(asked, known),
    ...birthPoints(asked, known, today),
    ...(isRelative(asked, known) ? [[undefined, -0.4] as const] : []),
  ];
  const score = points.reduce((sum, [, point]) => sum + point, 0);
  return {
    id,
    score: Math.round(Math.min(1, Math.max(0, score)) * 100) / 100,
    reasons: points.flatMap(([reason]) => reason ?? []),
  };
}

function namePoints(asked: PersonKeys, known: PersonKeys): (readonly [DuplicateReason, number])[] {
  const points: (readonly [DuplicateReason, number])[] = [];
  const straight = [likeness(asked.given, known.given), likeness(asked.family, known.family)] as const;
  const swapped = [likeness(asked.given, known.family), likeness(asked.family, known.given)] as const;
  if (straight[0] === 'alike' && straight[1] === 'alike') points.push(['sameName', 0.6]);
  else if (swapped[0] === 'alike' && swapped[1] === 'alike') points.push(['swappedName', 0.55]);
  else if (isSimilar(straight) || isSimilar(swapped)) points.push(['similarName', 0.4]);
  else if (isNear(straight) || isNear(swapped)) points.push(['similarName', 0.3]);
  // A nickname that resembles a name is often made of it: where the names speak already, for or against, it says nothing more.
  const doNamesSpeak = points.length > 0 || (isFullyNamed(asked) && isFullyNamed(known));
  const isNicknameKnown =
    likeness(asked.nickname, known.nickname) === 'alike' ||
    (!doNamesSpeak &&
      (likeness(asked.nickname, known.given) === 'alike' || likeness(asked.given, known.nickname) === 'alike'));
  if (isNicknameKnown) points.push(['sameNickname', 0.35]);
  return points;
}

const isFullyNamed = ({ given, family }: PersonKeys): boolean => given.length > 0 && family.length > 0;

/** One family name, two given names, two years: a relative, who may well share the telephone. */
const isRelative = (asked: PersonKeys, known: PersonKeys): boolean =>
  asked.birthYear !== undefined &&
  known.birthYear !== undefined &&
  asked.birthYear !== known.birthYear &&
  likeness(asked.family, known.family) === 'alike' &&
  likeness(asked.given, known.given) === 'different';

type Likeness = 'alike' | 'near' | 'unknown' | 'different';

const isNear = ([one, other]: readonly [Likeness, Likeness]): boolean => one === 'near' && other === 'near';

const isSimilar = ([one, other]: readonly [Likeness, Likeness]): boolean =>
  (one === 'alike' && other !== 'different') || (other === 'alike' && one !== 'different');

/** Of two names of one or more words; the order of words does not matter, and one side may have written fewer of them. */
function likeness(one: readonly NameWord[], other: readonly NameWord[]): Likeness {
  if (one.length === 0 || other.length === 0) return 'unknown';
  if (one.length !== other.length && isOneJoined(one, other)) return 'alike';
  const [fewer, more] = one.length <= other.length ? [one, other] : [other, one];
  const found = fewer.map((word): Likeness => {
    if (more.some((candidate) => isAlike(word, candidate))) return 'alike';
    return more.some((candidate) => isWithinOneTypo(word.plain, candidate.plain)) ? 'near' : 'different';
  });
  if (found.includes('different')) return 'different';
  return found.includes('near') ? 'near' : 'alike';
}

/** Ben Salah and Bensalah. The cheap looks first: this is asked of hundreds of candidates at a keystroke. */
function isOneJoined(one: readonly NameWord[], other: readonly NameWord[]): boolean {
  const lettersOf = (words: readonly NameWord[]) => words.reduce((sum, { plain }) => sum + plain.length, 0);
  return (
    one[0]?.plain[0] === other[0]?.plain[0] &&
    Math.abs(lettersOf(one) - lettersOf(other)) <= 2 &&
    isAlike(joinWords(one), joinWords(other))
  );
}

function birthPoints(
  asked: PersonKeys,
  known: PersonKeys,
  today: CalendarDate,
): (readonly [DuplicateReason | undefined, number])[] {
  if (asked.birthYear !== undefined && known.birthYear !== undefined) {
    const years = Math.abs(asked.birthYear - known.birthYear);
    if (years === 0) return [['nearBirth', 0.25]];
    if (years <= 2) return [['nearBirth', 0.15]];
    return years > 5 ? [[undefined, -0.4]] : [];
  }
  const isAgreeing = bracketsAgree(asked, known, today);
  if (isAgreeing === undefined) return [];
  return isAgreeing ? [['sameBracket', 0.05]] : [[undefined, -0.4]];
}

/** Undefined when one of the two has no age at all. A bracket may be years old, so a year more is allowed at its edge. */
function bracketsAgree(one: PersonKeys, other: PersonKeys, today: CalendarDate): boolean | undefined {
  if (one.ageBracket !== undefined && other.ageBracket !== undefined) return one.ageBracket === other.ageBracket;
  const [dated, bracketed] = one.birthYear === undefined ? [other, one] : [one, other];
  const bracket = AgeBracket.safeParse(bracketed.ageBracket);
  const ages = agesAt(today, dated.birthYear);
  if (!bracket.success || ages === undefined) return undefined;
  return isBracketPossible(bracket.data, { least: ages.least - 1, most: ages.most });
}
