import { transliterate } from './transliterate.ts';

/**
 * One key for the many spellings of a name: Mohammed, Muhammad, Mohamed and محمد are all `mhmd`. The key is what the spellings share:
 * the consonants, with the digraphs of French, English and Italian read as one sound. It is coarse on purpose (Touré and Traoré
 * meet in `tr`, Mohamed and Mahmoud in `mhmd`), so it proposes and never decides.
 */
export const foldName = (text: string): string =>
  nameWords(text)
    .map(({ key }) => key)
    .join(' ');

/** A word of a name: in plain Latin letters, and its key. */
export type NameWord = { readonly plain: string; readonly key: string };

/** The words of a name as one: some write Ben Salah, some Bensalah. */
export function joinWords(words: readonly NameWord[]): NameWord {
  const plain = words.map((word) => word.plain).join('');
  return { plain, key: keyOf(plain) };
}

/** Longer names are cut: no name has more words, and every word costs in the index. */
const WORDS_MAX = 12;
const WORD_LENGTH_MAX = 40;

/** The words of a name without articles, which some write and some do not (El Hassan, Hassan, الحسن). */
export function nameWords(text: string): NameWord[] {
  const plainWords = transliterate(splitArticle(text))
    .split(/[^\p{L}\p{N}]+/u)
    .map(withoutAyn)
    .filter((word) => word !== '')
    .slice(0, WORDS_MAX)
    .map((word) => word.slice(0, WORD_LENGTH_MAX));
  const named = plainWords.filter((word) => !ARTICLES.has(word));
  return (named.length > 0 ? named : plainWords).map((plain) => ({ plain, key: keyOf(plain) }));
}

const ARTICLES: ReadonlySet<string> = new Set(['al', 'el', 'ul']);

/** Arabic writes the article onto the word; three letters have to remain, so that short names that begin alike stay whole. */
const splitArticle = (text: string): string => text.replaceAll(/(?<!\p{L})ال(?=\p{L}{3})/gu, 'ال ');

/** Ayn is heard as a vowel at the start of a word; elsewhere Latin spellings leave it out. */
const withoutAyn = (word: string): string => word.replace(/^ʕ[aeiou]?/u, 'a').replaceAll('ʕ', '');

/** Consonants as they are heard; the order matters, since a later line reads what an earlier one wrote. */
const CONSONANTS: readonly (readonly [RegExp, string])[] = [
  [/^ou(?=[aeiou])/g, 'w'],
  [/^i(?=[aeou])/g, 'y'],
  // French writes with di or ndi what English writes with j: Diallo and Jallow, Diarra and Jarra, Ndiaye and Njie.
  [/^(n?)d[iy](?=[aeou])/g, '$1j'],
  // Somali writes ayn as c and a deep h as x: Cabdi and Abdi, Cumar and Omar, Xasan and Hassan, Maxamed and Mohamed.
  [/^c(?=abd|al[iy]$|aash|aydar|umar|usm|iise)/g, ''],
  [/^x(?=[aeiou])|(?<=a)x(?=[am])/g, 'h'],
  // The article as it is heard in Morocco: Essaidi and Saidi, Echaoui and Chaoui, Ennaciri and Naciri.
  [/^e(?=(?:ch|dd|nn|rr|ss|tt|zz)[aeiou]..)/g, ''],
  [/tch|sch|sh|ch|c(?=[eiy])/g, 's'],
  [/zh|dj|g(?=[eiy])/g, 'j'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/dh/g, 'd'],
  [/th/g, 't'],
  [/ph/g, 'f'],
  [/ck|c|q/g, 'k'],
  [/x/g, 'ks'],
];

/** What is left of a word in its key. */
const KEY: readonly (readonly [RegExp, string])[] = [
  // Which vowel begins a name depends on the ear: Omar, Umar, Oumar.
  [/^[aeiou]+/g, 'A'],
  [/(?<=.)[aeiouwy]/g, ''],
  [/(?<=.)h$/g, ''],
  [/(.)\1+/gu, '$1'],
];

/** Vowels as they are heard, in one spelling of many. */
const VOWELS: readonly (readonly [RegExp, string])[] = [
  [/ou|oo|w/g, 'u'],
  [/y/g, 'i'],
  [/ee|ii/g, 'i'],
  [/[ae]i/g, 'e'],
  [/(?<=.)h$/g, ''],
  [/(.)\1+/gu, '$1'],
];

const keyOf = (plain: string): string => rewrite(rewrite(plain, CONSONANTS), KEY).toLowerCase();

/** A word by its sound, vowels and all: for names whose key is too short to tell them apart (Musa and Moussa, but not Amos). */
export const soundOf = (plain: string): string => rewrite(rewrite(plain, CONSONANTS), VOWELS);

const rewrite = (word: string, rules: readonly (readonly [RegExp, string])[]): string =>
  rules.reduce((written, [sound, letters]) => written.replaceAll(sound, letters), word);
