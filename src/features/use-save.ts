import type { NewChange, StorageTrouble } from '../device/open-vault.ts';
import type { Change } from '../domain/change.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Translator } from '../i18n/translate.ts';
import { type FeatureSession, useSession } from './session.ts';

/**
 * After a save: says where it is now and offers to take it back. "Annulla" removes the row while it is still only here, and otherwise
 * writes the opposite change, because what the server has can only be answered, not unsaid. What was saved by the same tap is
 * taken back with it; the first is the one that is told.
 */
export function useSaved(): (change: Change, ...others: readonly Change[]) => void {
  const session = useSession();
  return (change, ...others) => {
    const { words, vault, nudge, say } = session;
    const changes = [change, ...others];
    const isOnline = vault.status.peek().isOnline === true;
    nudge();
    say({
      text: savedText(words, change, others),
      tone: 'ok',
      // What is still to be checked is read in one's own time.
      isKept: change.type === 'unmerge',
      action: changes.every((one) => mayBeUndone(one, isOnline))
        ? { label: words.t('verb.undo'), run: () => void undo(session, changes) }
        : undefined,
    });
  };
}

export function savedText(words: Translator, change: Change, others: readonly Change[] = []): string {
  // Eight services in one save are eight of a kind; a merge with its corrections is one thing.
  const isMany = others.length > 0 && others.every(({ type }) => type === change.type);
  return isMany ? words.t('record.savedMany', { n: others.length + 1 }) : words.t(savedKey(change));
}

function savedKey({
  type,
}: Change): 'saved.here' | 'saved.removed' | 'saved.restored' | 'saved.merged' | 'saved.parted' {
  switch (type) {
    case 'remove':
      return 'saved.removed';
    case 'restore':
      return 'saved.restored';
    case 'merge':
      return 'saved.merged';
    case 'unmerge':
      return 'saved.parted';
    default:
      return 'saved.here';
  }
}

/** With a network it is gone before a finger reaches "Annulla": then only what has an opposite is offered to be taken back. */
export const mayBeUndone = (change: Change, isOnline: boolean): boolean =>
  !isOnline || oppositeOf(change, 0) !== undefined;

/** What was saved in one save is taken back in one. */
async function undo({ vault, say, words }: FeatureSession, changes: readonly Change[]): Promise<void> {
  if (await vault.undoChanges(changes.map(({ id }) => id))) return say({ text: words.t('saved.undone') });
  const versionOf = (recordId: string): number => vault.caseload.find(recordId)?.record.version ?? 0;
  const opposites = changes.flatMap((change) => oppositeOf(change, versionOf(change.recordId)) ?? []);
  if (opposites.length < changes.length) return say({ text: words.t('saved.tooLate') });
  const answer = await vault.saveChanges(opposites);
  say(answer.ok ? { text: words.t('saved.undone') } : { text: refusalToText(words, answer.error), tone: 'stop' });
}

function oppositeOf(change: Change, seenVersion: number): NewChange | undefined {
  const { recordId, kind } = change;
  switch (change.type) {
    case 'create':
      return { type: 'remove', recordId, kind };
    case 'remove':
      return { type: 'restore', recordId, kind };
    case 'restore':
      return { type: 'remove', recordId, kind };
    case 'merge':
      return { type: 'unmerge', recordId, kind };
    case 'edit': {
      const edits = Object.entries(change.fields).map(([name, { from, to }]) => [name, { from: to, to: from }]);
      return { type: 'edit', recordId, kind, seenVersion, fields: Object.fromEntries(edits) };
    }
    default:
      return undefined;
  }
}

/** Why something was not saved, as a sentence that says what to do. */
export function refusalToText(words: Translator, refusal: Refusal | StorageTrouble): string {
  // The one state that a worker meets without having done anything wrong.
  if (refusal.type === 'ReviewNotAllowed' && refusal.state === 'locked') return words.t('record.lockedMeanwhile');
  const first = refusal.type === 'FieldsRefused' ? refusal.problems[0] : undefined;
  return (
    (first && words.findMessage(`rule.${first.rule}`)) ??
    words.findMessage(`refusal.${refusal.type}`) ??
    words.findMessage(`trouble.${refusal.type}`) ??
    words.t('trouble.unknown')
  );
}
