import type { CaseRecord } from '../../device/open-vault.ts';
import type { FieldEdit } from '../../domain/change.ts';
import { useSession } from '../session.ts';
import { refusalToText, useSaved } from '../use-save.ts';

export type MergePair = { readonly kept: CaseRecord; readonly other: CaseRecord };

/**
 * The chosen values first, as an ordinary edit of the record that stays, then the merge: a crash between the two leaves a correction
 * and two records, never a merge that lost a value. One "Annulla" takes back both.
 */
export function useMerge(): (pair: MergePair, fields: Readonly<Record<string, FieldEdit>>) => Promise<boolean> {
  const { vault, words, say } = useSession();
  const saved = useSaved();
  return async ({ kept, other }, fields) => {
    const { id, kind, version } = kept.record;
    const hasEdits = Object.keys(fields).length > 0;
    const edited = hasEdits
      ? await vault.saveChange({ type: 'edit', recordId: id, kind, seenVersion: version, fields })
      : undefined;
    if (edited !== undefined && !edited.ok) {
      say({ text: refusalToText(words, edited.error), tone: 'stop' });
      return false;
    }
    const merged = await vault.saveChange({ type: 'merge', recordId: other.record.id, kind, into: id });
    if (!merged.ok) {
      say({ text: refusalToText(words, merged.error), tone: 'stop' });
      return false;
    }
    saved(merged.value, ...(edited === undefined ? [] : [edited.value]));
    return true;
  };
}
