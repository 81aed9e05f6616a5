// What a screen asks for words. A translator is made of one language's messages; `load-translator.ts` fetches them.

import type { ListCode, ListName } from '../domain/lists/code-lists.ts';
import { createFormats, type Formats } from './formats.ts';
import type { Locale } from './locale.ts';
import { formatMessage, type Message, type ParamNames, type ParamValue } from './message.ts';
import { type ItalianMessages, it, type MessageKey, type Messages } from './messages/it.ts';

type Params<Key extends MessageKey> = {
  readonly [Name in ParamNames<ItalianMessages[Key]>]: ParamValue<Name>;
};
/** `t` takes no second argument for a sentence without parameters, and asks for every parameter of one that has some. */
type ParamsArgument<Key extends MessageKey> = [ParamNames<ItalianMessages[Key]>] extends [never]
  ? []
  : [params: Params<Key>];

export type Translator = Formats & {
  readonly locale: Locale;
  readonly t: <Key extends MessageKey>(key: Key, ...params: ParamsArgument<Key>) => string;
  /** The sentence of a key that is only known at run time, such as a refusal that a newer server sent. */
  readonly findMessage: (key: string, params?: Readonly<Record<string, string | number>>) => string | undefined;
  /** Label of a code of the domain's lists. A code that this version does not know is shown as it is. */
  readonly list: <Name extends ListName>(listName: Name, code: ListCode<Name>) => string;
  /** ISO 639-3 code → name, in lower case where the language writes it so. */
  readonly languageName: (code: string) => string;
  /** ISO 3166-1 alpha-2, or one of our codes for stateless and unknown. */
  readonly countryName: (code: string) => string;
};

export function createTranslator(locale: 'it'): Translator;
export function createTranslator(locale: Locale, messages: Messages): Translator;
export function createTranslator(locale: Locale, messages: Messages = it): Translator {
  const formats = createFormats(locale);
  const formatting = { formatNumber: formats.formatNumber, plural: new Intl.PluralRules(locale) };
  const languages = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' });
  const countries = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
  const messageByKey: Readonly<Record<string, Message>> = messages;

  function findMessage(key: string, params: Readonly<Record<string, string | number>> = {}): string | undefined {
    const message = Object.hasOwn(messageByKey, key) ? messageByKey[key] : undefined;
    return message === undefined ? undefined : formatMessage(message, params, formatting);
  }

  return {
    ...formats,
    locale,
    findMessage,
    t: (key, ...[params]) => formatMessage(messages[key], params ?? {}, formatting),
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
