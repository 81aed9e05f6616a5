import type { Change } from '../../domain/change.ts';
import type { RecordEnvelope } from '../../domain/record.ts';
import { PLACES } from '../places.ts';
import { type FeatureSession, useSession } from '../session.ts';
import { refusalToText } from '../use-save.ts';
import { isUnseenFile } from './unseen-file.ts';

export type Decision = { readonly verb: 'validate' } | { readonly verb: 'return'; readonly comment: string };

/**
 * Writes decisions on records as they are shown, one change each, and offers to take them back. Resolves with the ids that were
 * decided; what was refused (changed meanwhile) stays in the queue and is said.
 */
export function useDecisions(): (
  records: readonly RecordEnvelope[],
  decision: Decision,
) => Promise<ReadonlySet<string>> {
  const session = useSession();
  return async (records, decision) => {
    const { vault, words, files, say, nudge } = session;
    const done: Change[] = [];
    let refused: string | undefined;
    for (const record of records) {
      const { id, kind, version } = record;
      if (decision.verb === 'validate' && isUnseenFile(record, files.lines.peek())) {
        refused ??= words.t('review.fileUnseen');
        continue;
      }
      const answer = await vault.saveChange({ type: 'review', recordId: id, kind, seenVersion: version, ...decision });
      if (answer.ok) done.push(answer.value);
      else refused ??= refusalToText(words, answer.error);
    }
    nudge();
    if (refused !== undefined) {
      const missed = records.length - done.length;
      const which = records.length === 1 ? '' : `${words.t('review.missed', { n: missed })} `;
      say({ text: `${which}${refused}`, tone: 'stop' });
    } else {
      say({
        text: words.t(decision.verb === 'validate' ? 'review.done.validate' : 'review.done.return', { n: done.length }),
        tone: 'ok',
        action: { label: words.t('verb.undo'), run: () => void takeBack(session, done) },
      });
    }
    return new Set(done.map(({ recordId }) => recordId));
  };
}

/** Newest first, because only the newest change can be unsaid; what has left the device is reopened instead. */
async function takeBack({ vault, words, say, go, nudge }: FeatureSession, decisions: readonly Change[]): Promise<void> {
  for (const { id, recordId, kind } of decisions.toReversed()) {
    if (await vault.undoChange(id)) continue;
    const seenVersion = vault.caseload.find(recordId)?.record.version ?? 0;
    const answer = await vault.saveChange({ type: 'review', recordId, kind, seenVersion, verb: 'reopen' });
    if (!answer.ok) return say({ text: refusalToText(words, answer.error), tone: 'stop' });
  }
  nudge();
  say({ text: words.t('saved.undone') });
  const [only] = decisions;
  if (only !== undefined && decisions.length === 1) go(PLACES.reviewOf(only.recordId), { replace: true });
}
