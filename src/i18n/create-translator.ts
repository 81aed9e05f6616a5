// All words and formats of a language, for the screens behind the lock: fetched with the messages, not with the lock screen.
import { createFormats } from './formats.ts';
import type { Locale } from './locale.ts';
import type { MessageKey, Messages } from './messages/it.ts';
import { createWords, type Translator } from './translate.ts';

export function createTranslator(locale: Locale, messages: Messages): Translator {
  const words = createWords<MessageKey>(locale, messages, locale === 'it' ? elide : undefined);
  const { findMessage } = words;
  const languages = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' });
  const countries = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
  return {
    ...words,
    ...createFormats(locale),
    list: (listName, code) => findMessage(`list.${listName}.${code}`) ?? code,
    languageName: (code) => findMessage(`language.${code}`) ?? findDisplayName(languages, code) ?? code,
    countryName: (code) => findMessage(`list.country.${code}`) ?? findDisplayName(countries, code) ?? code,
  };
}

/** `of` throws on what is no code at all; a code from a newer version or a broken record must not take a screen down. */
function findDisplayName(names: Intl.DisplayNames, code: string): string | undefined {
  try {
    return names.of(code);
  } catch {
    return undefined;
  }
}

/** Italian articles lose their vowel before 8 and 11, "otto" and "undici": dall’8 novembre, l’11 novembre. */
const elide = (word: string, value: string): string =>
  /^(?:8|11)\b/.test(value)
    ? word.replace(/^([Dd]al|[Aa]l|[Dd]el|[Nn]el) $/, '$1l’').replace(/^([Ii])l $/, lowerOrUpper)
    : word;
const lowerOrUpper = (_: string, first: string): string => (first === 'I' ? 'L’' : 'l’');
