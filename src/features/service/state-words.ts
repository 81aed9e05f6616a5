import type { CaseRecord } from '../../device/open-vault.ts';
import type { Translator } from '../../i18n/translate.ts';

/** How the service stands and what happens next, as a sentence; in the order of `recordMark`, the worst news first. */
export function stateToText(words: Translator, { record, waiting, attention }: CaseRecord): string {
  if (attention > 0) return words.t('service.state.attention');
  if (waiting > 0) return words.t('service.state.waiting');
  if (record.conflicts.length > 0) return words.t('service.state.disputed');
  return words.t(`service.state.${record.review.state}`);
}
