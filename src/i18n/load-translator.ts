import type { Locale } from './locale.ts';
import { door as italianDoor } from './messages/it-door.ts';
import {
  createDoorWords,
  createJoinWords,
  createLockedWords,
  createStorageWords,
  type DoorWords,
  type JoinWords,
  type LockedWords,
  type StorageWords,
  type Translator,
} from './translate.ts';

/** Italian first: these words are in the app's first file, so that the lock screen never waits for them. */
export const italianDoorWords = (): DoorWords => createDoorWords('it', italianDoor);

/** All sentences of a language: a file of its own each, which the service worker keeps for offline use. */
export async function loadTranslator(locale: Locale): Promise<Translator> {
  const { createTranslator } = await import('./create-translator.ts');
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

/** The door's words with those for joining and signing in. */
export async function loadJoinWords(locale: Locale): Promise<JoinWords> {
  if (locale === 'it') {
    const { joining } = await import('./messages/it/joining.ts');
    return createJoinWords('it', { ...italianDoor, ...joining });
  }
  const [{ door }, { joining }] = await Promise.all([
    import('./messages/en-door.ts'),
    import('./messages/en/joining.ts'),
  ]);
  return createJoinWords('en', { ...door, ...joining });
}

export async function loadLockedWords(locale: Locale): Promise<LockedWords> {
  const { locked } =
    locale === 'it' ? await import('./messages/it/locked.ts') : await import('./messages/en/locked.ts');
  return createLockedWords(locale, locked);
}

export async function loadStorageWords(locale: Locale): Promise<StorageWords> {
  if (locale === 'it') {
    const { storage } = await import('./messages/it/storage.ts');
    return createStorageWords('it', { ...italianDoor, ...storage });
  }
  const [{ door }, { storage }] = await Promise.all([
    import('./messages/en-door.ts'),
    import('./messages/en/storage.ts'),
  ]);
  return createStorageWords('en', { ...door, ...storage });
}
