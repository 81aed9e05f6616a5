import type { OpenVault } from '../device/open-vault.ts';
import { type Fields, isSameValue } from '../domain/json-value.ts';
import { newPersonFor } from './places.ts';
import { useSession } from './session.ts';
import { useKept, useTaken } from './use-kept.ts';
import { DRAFT_KEYS, findBegun } from './waiting-drafts.ts';

/**
 * The way to the form of a new person, with the words that were searched for in vain: they go in memory, because an address holds nothing
 * personal.
 */
const SEARCHED_KEPT_AS = 'people:searched';

/** Opens the form for the page at `asker`, or for nobody but the list. */
export function useNewPerson(asker?: string): (searched: string) => void {
  const { vault, go, newId } = useSession();
  const [, keep] = useKept(SEARCHED_KEPT_AS, '');
  return (searched) => {
    keep(searched);
    go(newPersonFor(asker, findDraft(vault, { asker, searched, newId })));
  };
}

/** What was searched for before the form opened. */
export const useSearched = (): string => useTaken(SEARCHED_KEPT_AS, '');

type Wanted = { readonly asker?: string | undefined; readonly searched: string; readonly newId: () => string };

/**
 * Which draft of a page's new people is theirs whose name was searched for; undefined is the first.
 *
 * searched | begun already | draft
 * --- | --- | ---
 * nothing that tells of anybody | – | the first
 * a name | the same name | that one
 * a name | nothing in the first | the first
 * a name | somebody else in the first | a new one
 */
export function findDraft(vault: OpenVault, { asker, searched, newId }: Wanted): string | undefined {
  const wanted = Object.entries(searchToFields(searched));
  const first = DRAFT_KEYS.newPerson(asker);
  const another = DRAFT_KEYS.newPerson(asker, '');
  const isOwn = (key: string): boolean => {
    const typed = findBegun(vault, key)?.values ?? {};
    return wanted.every(([name, value]) => isSameValue(typed[name], value));
  };
  if (wanted.length === 0) return undefined;
  const own = vault.drafts.keys().find((key) => (key === first || key.startsWith(another)) && isOwn(key));
  if (own !== undefined) return own === first ? undefined : own.slice(another.length);
  return findBegun(vault, first) === undefined ? undefined : newId();
}

/** The words that were searched for in vain, where they most likely belong: nothing is typed twice. */
export function searchToFields(text: string): Fields {
  const typed = text.trim().replaceAll(/\s+/g, ' ');
  if (typed === '') return {};
  if (/^[+]?[0-9 ()./-]{5,}$/.test(typed)) return { phone: typed };
  const year = typed.match(/\b(19|20)[0-9]{2}\b/)?.[0];
  const words = typed.split(' ').filter((word) => word !== year && /\p{L}/u.test(word));
  const [given, ...family] = words.map(capitalised);
  return {
    ...(given !== undefined && { givenName: given }),
    ...(family.length > 0 && { familyName: family.join(' ') }),
    ...(year !== undefined && { birthYear: Number(year) }),
  };
}

/** In a hurry one searches in small letters; what has capitals already was written on purpose. */
const capitalised = (word: string): string =>
  word === word.toLocaleLowerCase('it') ? word.charAt(0).toLocaleUpperCase('it') + word.slice(1) : word;
