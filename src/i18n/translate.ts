// What a screen asks for words. A translator is made of one language's messages; `load-translator.ts` fetches them.

import type { ListCode, ListName } from '../domain/lists/code-lists.ts';
import type { Formats } from './formats.ts';
import type { Locale } from './locale.ts';
import { type Formatting, formatMessage, type Message, type ParamNames, type ParamValue } from './message.ts';
import type { joining } from './messages/it/joining.ts';
import type { locked } from './messages/it/locked.ts';
import type { storage } from './messages/it/storage.ts';
import type { verify } from './messages/it/verify.ts';
import type { ItalianMessages, MessageKey } from './messages/it.ts';
import type { door } from './messages/it-door.ts';
import { createNumberFormat } from './number-format.ts';

type Params<Key extends MessageKey> = {
  readonly [Name in ParamNames<ItalianMessages[Key]>]: ParamValue<Name>;
};
/** `t` takes no second argument for a sentence without parameters, and asks for every parameter of one that has some. */
type ParamsArgument<Key extends MessageKey> = [ParamNames<ItalianMessages[Key]>] extends [never]
  ? []
  : [params: Params<Key>];

type Words<KnownKey extends MessageKey> = {
  readonly locale: Locale;
  readonly t: <Key extends KnownKey>(key: Key, ...params: ParamsArgument<Key>) => string;
  /** The sentence of a key that is only known at run time, such as a refusal that a newer server sent. */
  readonly findMessage: (key: string, params?: Readonly<Record<string, string | number>>) => string | undefined;
};

/** The words before a vault is open; every `Translator` has them too. */
export type DoorWords = Words<keyof typeof door>;
export type DoorMessages = Readonly<Record<keyof typeof door, Message>>;

/** The words of the door and of those who come in for the first time. */
export type JoinWords = Words<keyof typeof door | keyof typeof joining>;

/** The words of storage that does not open. */
export type StorageWords = Words<keyof typeof door | keyof typeof storage>;

/** What is rarely said while everything is locked. */
export type LockedWords = Words<keyof typeof locked>;

/** The words of the public page that checks a certificate. */
export type VerifyWords = Words<keyof typeof verify>;

export type Translator = Words<MessageKey> &
  Formats & {
    /** Label of a code of the domain's lists. A code that this version does not know is shown as it is. */
    readonly list: <Name extends ListName>(listName: Name, code: ListCode<Name>) => string;
    /** ISO 639-3 code → name, in lower case where the language writes it so. */
    readonly languageName: (code: string) => string;
    /** ISO 3166-1 alpha-2, or one of our codes for stateless and unknown. */
    readonly countryName: (code: string) => string;
  };

export const createDoorWords = (locale: Locale, messages: DoorMessages): DoorWords => createWords(locale, messages);

export const createJoinWords = (
  locale: Locale,
  messages: DoorMessages & Readonly<Record<keyof typeof joining, Message>>,
): JoinWords => createWords(locale, messages);

export const createStorageWords = (
  locale: Locale,
  messages: DoorMessages & Readonly<Record<keyof typeof storage, Message>>,
): StorageWords => createWords(locale, messages);

export const createLockedWords = (
  locale: Locale,
  messages: Readonly<Record<keyof typeof locked, Message>>,
): LockedWords => createWords(locale, messages);

export const createVerifyWords = (
  locale: Locale,
  messages: Readonly<Record<keyof typeof verify, Message>>,
): VerifyWords => createWords(locale, messages);

export function createWords<KnownKey extends MessageKey>(
  locale: Locale,
  messages: Readonly<Record<KnownKey, Message>>,
  wordBefore?: Formatting['wordBefore'],
): Words<KnownKey> {
  const formatting = { formatNumber: createNumberFormat(locale), plural: new Intl.PluralRules(locale), wordBefore };
  const messageByKey: Readonly<Record<string, Message>> = messages;
  return {
    locale,
    t: (key, ...[params]) => formatMessage(messages[key], params ?? {}, formatting),
    findMessage(key, params = {}) {
      const message = Object.hasOwn(messageByKey, key) ? messageByKey[key] : undefined;
      return message === undefined ? undefined : formatMessage(message, params, formatting);
    },
  };
}
