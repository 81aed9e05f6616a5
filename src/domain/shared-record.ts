import type { Actor } from './actor.ts';
import { exhaustive } from './assert.ts';
import { KINDS } from './kinds.ts';
import { findMunicipality } from './lists/municipalities.ts';
import { mayReadKind } from './permissions.ts';
import type { RecordEnvelope } from './record.ts';

/** Kinds whose validated records every city of the network reads. The wall in the database names the same ones. */
export const SHARED_KINDS: readonly string[] = [...KINDS.values()]
  .filter(({ isShared }) => isShared)
  .map(({ kind }) => kind);

/**
 * What a change that made `record` does to its card on the shelf; undefined for what is never shared. A correction leaves the card there as
 * it was validated until somebody validates the record again; whoever returns, reopens or removes it takes the card away.
 *
 * removed, merged | state             | last act was a decision | then
 * --------------- | ----------------- | ----------------------- | --------
 * yes             | any               | any                     | withdraw
 * no              | validated, locked | any                     | publish
 * no              | returned          | any                     | withdraw
 * no              | submitted         | yes: it was reopened    | withdraw
 * no              | submitted         | no: an edit, a comment  | keep
 */
export function findShelfStep(record: RecordEnvelope): ShelfStep | undefined {
  if (!SHARED_KINDS.includes(record.kind)) return undefined;
  const { removed, mergedInto, review, updatedAt, updatedBy } = record;
  if (removed || mergedInto !== undefined) return 'withdraw';
  switch (review.state) {
    case 'validated':
    case 'locked':
      return 'publish';
    case 'returned':
      return 'withdraw';
    case 'submitted':
      return review.at === updatedAt && review.by?.id === updatedBy.id ? 'withdraw' : 'keep';
    default:
      return exhaustive(review.state);
  }
}
export type ShelfStep = 'publish' | 'keep' | 'withdraw';

/** The record as the shelf holds it: its city's conversation, its disputes and the names of who works there stay at home. */
export function recordToCard(record: RecordEnvelope, step: 'publish' | 'withdraw'): RecordEnvelope {
  const { id, municipality } = record;
  const city = { id, name: findMunicipality(municipality)?.name ?? municipality };
  const { mergedInto: _, ...alone } = record;
  const bare: RecordEnvelope = {
    ...alone,
    comments: [],
    conflicts: [],
    createdBy: city,
    updatedBy: city,
    review: { state: record.review.state },
  };
  // Sent all the same, so that devices that had it let it go.
  return step === 'publish' ? bare : { ...bare, removed: true, fields: {}, fieldVersions: {} };
}

/** A card of another city, if it is something for `actor`. */
export function findSharedRecord(card: RecordEnvelope, actor: Actor): RecordEnvelope | undefined {
  const { kind, municipality, removed } = card;
  if (municipality === actor.municipality || !SHARED_KINDS.includes(kind) || !mayReadKind(actor.role, kind))
    return undefined;
  // Once more on the way out: whatever stands in the database, nothing else leaves the city.
  return recordToCard(card, removed ? 'withdraw' : 'publish');
}
