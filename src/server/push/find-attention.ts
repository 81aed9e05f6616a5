import { isNoteOfDamage } from '../../domain/change.ts';
import type { AttentionWrite, DecidedChange, RefusedItem } from './push-ports.ts';
import type { ReadChange } from './read-pushed.ts';

/**
 * What a push changes in the coordinators' list: a first refusal opens an item; a later change of the same author closes it.
 *
 *   first decision            | opens            | closes, of the author's
 *   refused                   | an item          | nothing
 *   taken: discard            | –                | the item it names; nothing where its device could not read it any more
 *   taken: disclose           | –                | nothing: only looked
 *   taken: anything else      | –                | what was refused on the same record, and the same change if it was held
 *
 * In the order of the push: what was refused and mended in one go never becomes an item. A replay changes nothing.
 */
export function findAttention(
  author: AttentionWrite['author'],
  decided: readonly DecidedChange[],
  reads: readonly ReadChange[],
): AttentionWrite {
  const opened = new Map<string, RefusedItem>();
  const mendedRecords = new Set<string>();
  const discarded = new Set<string>();
  const taken: string[] = [];
  for (const [index, { changeId, isFirst, verdict, hash, body }] of decided.entries()) {
    const read = reads[index];
    if (!isFirst || read === undefined) continue;
    if (verdict.verdict === 'refused') {
      opened.set(changeId, { changeId, recordId: read.recordId, refusal: verdict.refusal, hash, body });
      continue;
    }
    taken.push(changeId);
    const change = read.change.ok ? read.change.value : undefined;
    if (change === undefined || change.type === 'disclose') continue;
    if (change.type === 'discard') {
      if (isNoteOfDamage(change)) continue;
      discarded.add(change.discarded);
      opened.delete(change.discarded);
      continue;
    }
    mendedRecords.add(change.recordId);
    for (const item of opened.values()) if (item.recordId === change.recordId) opened.delete(item.changeId);
  }
  return { author, opened: [...opened.values()], mendedRecords: [...mendedRecords], discarded: [...discarded], taken };
}
