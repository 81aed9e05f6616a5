import type { Actor } from './actor.ts';
import { KINDS } from './kinds.ts';
import { findMunicipality } from './lists/municipalities.ts';
import { mayReadKind } from './permissions.ts';
import type { RecordEnvelope } from './record.ts';

/** Kinds whose validated records every city of the network reads. The wall in the database names the same ones. */
export const SHARED_KINDS: readonly string[] = [...KINDS.values()]
  .filter(({ isShared }) => isShared)
  .map(({ kind }) => kind);

/**
 * A record of another city as `actor` may see it; undefined where it is nothing for them. Its city's conversation, its disputes and the
 * names of who works there stay there. One that is no longer validated is sent as removed, so that devices that had it let it go.
 *
 * shared kind | decided on once | validated or locked | removed, merged | seen as
 * ----------- | --------------- | ------------------- | --------------- | -------
 * no          | any             | any                 | any             | nothing
 * yes         | no              | –                   | any             | nothing
 * yes         | yes             | yes                 | no              | the card
 * yes         | yes             | no                  | any             | removed
 * yes         | yes             | any                 | yes             | removed
 */
export function findSharedRecord(record: RecordEnvelope, actor: Actor): RecordEnvelope | undefined {
  const { id, kind, municipality, review } = record;
  if (municipality === actor.municipality || !SHARED_KINDS.includes(kind) || !mayReadKind(actor.role, kind))
    return undefined;
  if (review.by === undefined) return undefined;
  const city = { id, name: findMunicipality(municipality)?.name ?? municipality };
  const bare: RecordEnvelope = {
    ...record,
    comments: [],
    conflicts: [],
    createdBy: city,
    updatedBy: city,
    review: { state: review.state },
  };
  const isPublished =
    !record.removed && record.mergedInto === undefined && (review.state === 'validated' || review.state === 'locked');
  if (isPublished) return bare;
  const { mergedInto: _, ...alone } = bare;
  return { ...alone, removed: true, fields: {}, fieldVersions: {} };
}
