import type { AttentionItem } from '../attention-items.ts';

/** The list's parts, the most urgent first; an empty part is left out. */
const ATTENTION_GROUPS = ['refused', 'disputed', 'overfull', 'placedTwice', 'returned'] as const;
type AttentionGroup = { readonly what: AttentionItem['what']; readonly items: readonly AttentionItem[] };

export const groupAttention = (items: readonly AttentionItem[]): AttentionGroup[] =>
  ATTENTION_GROUPS.map((what) => ({ what, items: items.filter((item) => item.what === what) })).filter(
    (group) => group.items.length > 0,
  );

/** Different values for one field, each once: two people may have written the same. */
export function distinctBy<T>(values: readonly T[], isSame: (a: T, b: T) => boolean): T[] {
  return values.filter((value, index) => values.findIndex((other) => isSame(value, other)) === index);
}
