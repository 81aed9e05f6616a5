import type { Locale } from './locale.ts';
import { door as italianDoor } from './messages/it-door.ts';
import {
  createDoorWords,
  createLockedWords,
  createTranslator,
  type DoorWords,
  type LockedWords,
  type Translator,
} from './translate.ts';

/** Italian first: these words are in the app's first file, so that the lock screen never waits for them. */
export const italianDoorWords = (): DoorWords => createDoorWords('it', italianDoor);

/** All sentences of a language: a file of its own each, which the service worker keeps for offline use. */
export async function loadTranslator(locale: Locale): Promise<Translator> {
  if (locale === 'it') {
    const { it } = await import('./messages/it.ts');
    return createTranslator('it', it);
  }
  const { en } = await import('./messages/en.ts');
  return createTranslator('en', en);
}

/** Only the words of the lock screen. */
export async function loadDoorWords(locale: Locale): Promise<DoorWords> {
  if (locale === 'it') return italianDoorWords();
  const { door } = await import('./messages/en-door.ts');
  return createDoorWords('en', door);
}

export async function loadLockedWords(locale: Locale): Promise<LockedWords> {
  const { locked } =
    locale === 'it' ? await import('./messages/it/locked.ts') : await import('./messages/en/locked.ts');
  return createLockedWords(locale, locked);
}
