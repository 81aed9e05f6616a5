import type { SettledChange } from '../device/open-vault.ts';
import type { Translator } from '../i18n/translate.ts';

/** What became of a refused change, in one sentence, with the words of whoever closed it. */
export function settledReason({ t }: Translator, { how, by, note }: SettledChange): string {
  const name = by?.name ?? t(how === 'accepted' ? 'attention.settled.server' : 'attention.settled.coordination');
  const what = t(`attention.settled.${how}`, { name });
  return note === undefined ? what : `${what} ${t('quoted', { text: note })}`;
}
