// Apart from the other formats, because the lock screen counts and tells no date: it is in the first file of the app.
import type { Locale } from './locale.ts';

/** English here is read in Italy: British order of day and month, 24 hours. */
export const localeToTag = (locale: Locale): string => (locale === 'en' ? 'en-GB' : 'it');

/** Italian groups thousands only from 10.000 by default; amounts in a column must look alike. */
export function createNumberFormat(locale: Locale): (value: number) => string {
  const number = new Intl.NumberFormat(localeToTag(locale), { useGrouping: 'always' });
  return (value) => number.format(value);
}
