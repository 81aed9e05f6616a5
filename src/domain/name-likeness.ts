import { type NameWord, soundOf } from './fold-name.ts';
import { isWithinOneTypo } from './typo.ts';

/** A key of one or two consonants is shared by too many names (Ali, Ela): then the vowels have to be near as well. */
export const isAlike = (one: NameWord, other: NameWord): boolean =>
  one.key === other.key && (one.key.length > 2 || isWithinOneTypo(soundOf(one.plain), soundOf(other.plain)));
