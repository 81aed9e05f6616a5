import type { OutboxItem } from '../../device/open-vault.ts';
import type { Change } from '../../domain/change.ts';
import type { Translator } from '../../i18n/translate.ts';
import { fieldLabel } from '../field-words.ts';

/** Own changes of one record that the server does not have yet, the oldest first. */
export const waitingChangesOf = (outbox: readonly OutboxItem[], recordId: string): OutboxItem[] =>
  outbox.filter(({ change }) => change.recordId === recordId);

/** What a change did, in a few words: "Corretto: Data e Luogo". */
export function changeToText(words: Translator, change: Change): string {
  const named = (fields: readonly string[]) =>
    words.formatList(fields.map((field) => fieldLabel(words, change.kind, field)));
  switch (change.type) {
    case 'create':
      return words.t('service.change.create');
    case 'edit':
      return words.t('service.change.edit', { fields: named(Object.keys(change.fields)) });
    case 'comment':
      return words.t('service.change.comment');
    case 'remove':
      return words.t('service.change.remove');
    case 'restore':
      return words.t('service.change.restore');
    case 'resolve':
      return words.t('service.change.resolve', { fields: named([change.field]) });
    case 'disclose':
      return words.t('service.change.disclose', { fields: named(change.fields) });
    default:
      return words.t('service.change.other');
  }
}
