import { nameWords } from './fold-name.ts';

/**
 * Names of people of this city that stand in a text: a given and a family name beside each other, in either order. One word alone is not
 * enough, because "Rosa", "Milano" and "Grazia" are words too. It warns and never decides.
 */
type Named = { readonly givenName?: unknown; readonly familyName?: unknown };

/** Read once for many texts: the people of a city are thousands. */
export function createNameFinder(people: readonly Named[]): (text: string) => string[] {
  const namesByPair = new Map<string, string>();
  for (const { givenName, familyName } of people) {
    if (typeof givenName !== 'string' || typeof familyName !== 'string') continue;
    for (const given of plainWords(givenName)) {
      for (const family of plainWords(familyName)) {
        namesByPair.set(`${given} ${family}`, `${givenName} ${familyName}`);
        namesByPair.set(`${family} ${given}`, `${givenName} ${familyName}`);
      }
    }
  }
  return (text) => {
    const words = plainWords(text);
    const found = words.slice(1).flatMap((word, index) => namesByPair.get(`${words[index]} ${word}`) ?? []);
    return [...new Set(found)];
  };
}

/** A letter alone, as in "via A. Rossi", is nobody's name. */
const plainWords = (text: string): string[] =>
  text.split(/\s+/).flatMap((word) => nameWords(word).flatMap(({ plain }) => (plain.length > 1 ? plain : [])));
