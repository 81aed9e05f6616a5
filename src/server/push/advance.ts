import type { DecidedPush } from './decide-and-write.ts';

/** Who has news of what was decided, whichever way it came: nobody, the city, or every city, because the shelf is another one now. */
export type Advance = 'nowhere' | 'city' | 'network';

export function advanceOf({ records, cards }: Pick<DecidedPush, 'records' | 'cards'>): Advance {
  if (cards.length > 0) return 'network';
  return records.length > 0 ? 'city' : 'nowhere';
}

export const furtherOf = (one: Advance, other: Advance): Advance => (RANK[one] >= RANK[other] ? one : other);

const RANK: Readonly<Record<Advance, number>> = { nowhere: 0, city: 1, network: 2 };
