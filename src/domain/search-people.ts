import { type NameWord, nameWords } from './fold-name.ts';
import type { Fields } from './json-value.ts';
import { type PersonKeys, personKeys, phoneDigits, wordsOf } from './person-keys.ts';
import { createTrigramIndex } from './trigram-index.ts';
import { startsWithOneTypo } from './typo.ts';

/**
 * Finds people by what somebody remembers: parts of names in any order and script, a nickname, digits of a telephone number, a year
 * of birth; one typo in a word is forgiven. All in memory and synchronous, a fraction of a millisecond a keystroke at 50,000 people.
 */
export type PeopleIndex = {
  /** Adds a person, or replaces what was known under this id. */
  put(id: string, fields: Fields): void;
  remove(id: string): void;
  findKeys(id: string): PersonKeys | undefined;
  /** Best first; nothing for a query without letters or digits. */
  search(query: string, hitsMax?: number): PersonHit[];
  /** Ids of people who share much of these words, best first: the raw material of `find-duplicates.ts`. */
  findAlike(words: readonly string[], hitsMax: number): string[];
};
/**
 * `score` is 1 when each word of the query stands in the person's record as it was typed; `isLiteral` when each stands there or begins
 * a word there. Whoever is no literal hit has a name that is like what was typed: to be looked at, and never taken for it.
 */
export type PersonHit = { readonly id: string; readonly score: number; readonly isLiteral: boolean };

const HITS_MAX = 50;
/** Candidates by trigrams that are looked at word by word; more would cost time and add only worse ones. */
const CANDIDATES_MAX = 400;
/** Different texts of names whose words are kept; far more than a city has, and a few megabytes at most. */
const REMEMBERED_MAX = 50_000;

export function createPeopleIndex(): PeopleIndex {
  const keysById = new Map<string, PersonKeys>();
  const trigrams = createTrigramIndex();
  const wordsByText = new Map<string, readonly NameWord[]>();
  return {
    put(id, fields) {
      const keys = personKeys(fields, rememberedWords);
      keysById.set(id, keys);
      trigrams.put(id, tokensOf(keys));
    },
    remove(id) {
      keysById.delete(id);
      trigrams.remove(id);
    },
    findKeys: (id) => keysById.get(id),
    search(query, hitsMax = HITS_MAX) {
      const asked = queryWords(query);
      if (asked.length === 0) return [];
      return candidates(asked, CANDIDATES_MAX)
        .flatMap((id) => {
          const keys = keysById.get(id);
          return keys === undefined ? [] : (findHit(id, asked, keys) ?? []);
        })
        .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
        .slice(0, hitsMax);
    },
    findAlike: (words, hitsMax) => candidates(words.flatMap(nameWords), hitsMax),
  };

  /** Words and keys are looked up apart: another script shares no word, and a typo may leave no key. */
  function candidates(words: readonly NameWord[], idsMax: number): string[] {
    const byWord = trigrams.find(words.map(wordToken), idsMax);
    const byKey = trigrams.find(words.map(keyToken), idsMax);
    return [...new Set([...byWord, ...byKey])];
  }

  function rememberedWords(text: string): readonly NameWord[] {
    const known = wordsByText.get(text);
    if (known !== undefined) return known;
    if (wordsByText.size >= REMEMBERED_MAX) wordsByText.clear();
    const words = nameWords(text);
    wordsByText.set(text, words);
    return words;
  }
}

/** Digits that were typed in groups are one number; a year on its own is one word like any other. */
function queryWords(query: string): NameWord[] {
  const number = query.match(/\+?[0-9][0-9 ()./-]{5,}[0-9]/)?.[0];
  if (number === undefined) return nameWords(query);
  const digits = phoneDigits(number);
  return [...nameWords(query.replace(number, ' ')), { plain: digits, key: digits }];
}

/** Keys stand apart from words by a sign, so that `#mr` never meets a piece of a word. */
const wordToken = ({ plain }: NameWord): string => (isNumber(plain) ? plain : `^${plain}`);
const keyToken = ({ plain, key }: NameWord): string => (isNumber(plain) ? plain : `#${key}`);

const tokensOf = (keys: PersonKeys): string[] => [
  ...wordsOf(keys).flatMap((word) => [wordToken(word), keyToken(word)]),
  ...(keys.phoneDigits === '' ? [] : [keys.phoneDigits]),
  ...(keys.birthYear === undefined ? [] : [String(keys.birthYear)]),
];

const isNumber = (word: string): boolean => /^[0-9]+$/.test(word);

/** A word that begins as it was typed, or digits within a number. */
const BEGUN_SCORE = 0.9;

/** Scored by the mean over the words that were asked for; nobody as soon as one of them is nowhere. */
function findHit(id: string, asked: readonly NameWord[], keys: PersonKeys): PersonHit | undefined {
  const words = wordsOf(keys);
  let sum = 0;
  let least = 1;
  for (const word of asked) {
    const best = isNumber(word.plain)
      ? numberScore(word.plain, keys)
      : words.reduce((score, known) => Math.max(score, wordScore(word, known)), 0);
    if (best === 0) return undefined;
    sum += best;
    least = Math.min(least, best);
  }
  return { id, score: sum / asked.length, isLiteral: least >= BEGUN_SCORE };
}

function wordScore(asked: NameWord, known: NameWord): number {
  if (known.plain === asked.plain) return 1;
  if (known.plain.startsWith(asked.plain)) return BEGUN_SCORE;
  if (asked.key.length > 1 && known.key === asked.key) return 0.85;
  // In a shorter word, one typo makes nearly any other word.
  if (asked.plain.length >= 4 && startsWithOneTypo(asked.plain, known.plain)) return 0.7;
  return asked.key.length > 2 && known.key.startsWith(asked.key) ? 0.6 : 0;
}

const numberScore = (digits: string, { phoneDigits: phone, birthYear }: PersonKeys): number => {
  if (digits === phone || digits === String(birthYear)) return 1;
  return digits.length >= 3 && phone.includes(digits) ? BEGUN_SCORE : 0;
};
