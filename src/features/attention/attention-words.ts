import type { CaseRecord, OutboxItem } from '../../device/open-vault.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { AttentionItem } from '../attention-items.ts';
import { conflictText } from '../conflict-words.ts';
import { fieldLabel } from '../field-words.ts';
import { recordTitle } from '../record-words.ts';
import { groupTitle } from '../service-groups.ts';
import type { FeatureSession } from '../session.ts';
import { refusalToText } from '../use-save.ts';
import { findMend } from './mend.ts';

/** "Inserimento · Ousmane C.", also of a record that exists in a refused change only. */
export function attentionTitle(
  { vault, words }: FeatureSession,
  recordId: string,
  items: readonly Pick<OutboxItem, 'change'>[],
): string {
  const held = vault.caseload.find(recordId);
  const mend = findMend(items);
  const named = held ?? (mend && { record: { kind: mend.kind, fields: mend.written } });
  const kind = held?.record.kind ?? items[0]?.change.kind ?? '';
  const kindWords = words.findMessage(`review.kind.${kind}`) ?? words.findMessage(`kind.${kind}`) ?? '';
  return named === undefined ? kindWords : `${kindWords} · ${recordTitle(vault, words, named)}`;
}

/** The same in the list, where services that were returned together are one row: "Servizio · Gruppo di 8". */
export function rowTitle(session: FeatureSession, item: AttentionItem): string {
  if (item.what !== 'returned' || item.members.length === 1)
    return attentionTitle(session, item.recordId, item.what === 'refused' ? item.items : []);
  const { words } = session;
  return `${words.t('review.kind.service')} · ${groupTitle(words, item.members)}`;
}

/** Two records that were made one may have been separated since: what was refused for it can go where it was written. */
export const isPartedAgain = (refusal: Refusal | undefined, held: CaseRecord | undefined): boolean =>
  refusal?.type === 'RecordMerged' && held !== undefined && held.record.mergedInto === undefined;

/** Why the server did not take it, as things stand now. */
export const refusedReason = (words: Translator, refusal: Refusal, held: CaseRecord | undefined): string =>
  isPartedAgain(refusal, held) ? words.t('attention.parted') : refusalToText(words, refusal);

/** Why, in the list: the first reason, the fields in dispute, the coordinator's words. */
export function attentionReason({ vault, words }: FeatureSession, item: AttentionItem, kind: string): string {
  switch (item.what) {
    case 'refused': {
      const [first] = item.items;
      if (first?.note !== undefined) return words.t('attention.refused.note', { note: first.note });
      if (first?.refusal === undefined) return words.t('trouble.unknown');
      return refusedReason(words, first.refusal, vault.caseload.find(item.recordId));
    }
    case 'disputed':
      return words.t('attention.disputedField', { field: fieldLabel(words, kind, item.field) });
    case 'overfull':
    case 'placedTwice':
      return conflictText(vault, words, item);
    default: {
      const { comments, review } = item.record.record;
      const comment = comments.findLast(({ by }) => by.id === review.by?.id);
      if (comment === undefined) return words.t('state.returned');
      return words.t('record.returnedText', { what: comment.by.name, comment: comment.text });
    }
  }
}
