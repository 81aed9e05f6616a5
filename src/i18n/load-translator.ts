import type { Locale } from './locale.ts';
import { createTranslator, type Translator } from './translate.ts';

/** Italian is in the first bundle; English comes in its own file, which the service worker keeps for offline use. */
export async function loadTranslator(locale: Locale): Promise<Translator> {
  if (locale === 'it') return createTranslator('it');
  const { en } = await import('./messages/en.ts');
  return createTranslator('en', en);
}
