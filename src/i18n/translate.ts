// What a screen asks for words. A translator is made of one language's messages; `load-translator.ts` fetches them.

import type { ListCode, ListName } from '../domain/lists/code-lists.ts';
import { createFormats, type Formats } from './formats.ts';
import type { Locale } from './locale.ts';
import { formatMessage, type Message, type ParamNames, type ParamValue } from './message.ts';
import type { locked } from './messages/it/locked.ts';
import type { ItalianMessages, MessageKey, Messages } from './messages/it.ts';
import type { door } from './messages/it-door.ts';

type Params<Key extends MessageKey> = {
  readonly [Name in ParamNames<ItalianMessages[Key]>]: ParamValue<Name>;
};
/** `t` takes no second argument for a sentence without parameters, and asks for every parameter of one that has some. */
type ParamsArgument<Key extends MessageKey> = [ParamNames<ItalianMessages[Key]>] extends [never]
  ? []
  : [params: Params<Key>];

type Words<KnownKey extends MessageKey> = Formats & {
  readonly locale: Locale;
  readonly t: <Key extends KnownKey>(key: Key, ...params: ParamsArgument<Key>) => string;
  /** The sentence of a key that is only known at run time, such as a refusal that a newer server sent. */
  readonly findMessage: (key: string, params?: Readonly<Record<string, string | number>>) => string | undefined;
};

/** The words before a vault is open; every `Translator` has them too. */
export type DoorWords = Words<keyof typeof door>;
export type DoorMessages = Readonly<Record<keyof typeof door, Message>>;

/** What is rarely said while everything is locked. */
export type LockedWords = Words<keyof typeof locked>;

export type Translator = Words<MessageKey> & {
  /** Label of a code of the domain's lists. A code that this version does not know is shown as it is. */
  readonly list: <Name extends ListName>(listName: Name, code: ListCode<Name>) => string;
  /** ISO 639-3 code → name, in lower case where the language writes it so. */
  readonly languageName: (code: string) => string;
  /** ISO 3166-1 alpha-2, or one of our codes for stateless and unknown. */
  readonly countryName: (code: string) => string;
};

export const createDoorWords = (locale: Locale, messages: DoorMessages): DoorWords => createWords(locale, messages);

export const createLockedWords = (
  locale: Locale,
  messages: Readonly<Record<keyof typeof locked, Message>>,
): LockedWords => createWords(locale, messages);

export function createTranslator(locale: Locale, messages: Messages): Translator {
  const words = createWords<MessageKey>(locale, messages);
  const { findMessage } = words;
  const languages = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' });
  const countries = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
  return {
    ...words,
    list: (listName, code) => findMessage(`list.${listName}.${code}`) ?? code,
    languageName: (code) => findMessage(`language.${code}`) ?? findDisplayName(languages, code) ?? code,
    countryName: (code) => findMessage(`list.country.${code}`) ?? findDisplayName(countries, code) ?? code,
  };
}

function createWords<KnownKey extends MessageKey>(
  locale: Locale,
  messages: Readonly<Record<KnownKey, Message>>,
): Words<KnownKey> {
  const formats = createFormats(locale);
  const formatting = { formatNumber: formats.formatNumber, plural: new Intl.PluralRules(locale) };
  const messageByKey: Readonly<Record<string, Message>> = messages;
  return {
    ...formats,
    locale,
    t: (key, ...[params]) => formatMessage(messages[key], params ?? {}, formatting),
    findMessage(key, params = {}) {
      const message = Object.hasOwn(messageByKey, key) ? messageByKey[key] : undefined;
      return message === undefined ? undefined : formatMessage(message, params, formatting);
    },
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
