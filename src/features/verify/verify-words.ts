import { createFormats, type Formats } from '../../i18n/formats.ts';
import type { Locale } from '../../i18n/locale.ts';
import { verify as english } from '../../i18n/messages/en/verify.ts';
import { verify as italian } from '../../i18n/messages/it/verify.ts';
import { createVerifyWords as createWords, type VerifyWords as Words } from '../../i18n/translate.ts';

export type VerifyWords = Words & Pick<Formats, 'formatDate' | 'formatNumber'>;

/** Both languages come with the page: together they are smaller than the way to fetch one of them. */
export const createVerifyWords = (locale: Locale): VerifyWords => {
  const { formatDate, formatNumber } = createFormats(locale);
  return { ...createWords(locale, locale === 'it' ? italian : english), formatDate, formatNumber };
};
