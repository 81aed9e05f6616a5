import type { JsonValue } from '../domain/json-value.ts';
import type { Translator } from '../i18n/translate.ts';
import { fieldLabel } from './field-words.ts';
import type { RecordForm } from './use-record-form.ts';

/** Between a record's fields and the components of a form. */

/** No text is no value, never an empty string. */
export const textToValue = (text: string): string | undefined => (text.trim() === '' ? undefined : text);

/** No choice is no value, never an empty list. */
export const listToValue = (codes: readonly string[]): JsonValue | undefined =>
  codes.length === 0 ? undefined : [...codes];

/** Label of a field, and what is wrong with it after the last try to save. */
export type FieldBinding = { readonly label: string; readonly error: string | undefined };

export function bindField(words: Translator, form: RecordForm, kind: string, field: string): FieldBinding {
  const problem = form.problemOf(field);
  // A text that cannot be read has words of its own, which the field shows by itself.
  const isUnread = form.typedIn(field) !== undefined;
  return {
    label: fieldLabel(words, kind, field),
    error: problem && !isUnread ? (words.findMessage(`rule.${problem.rule}`) ?? words.t('trouble.unknown')) : undefined,
  };
}

/** Plain text of a field. */
export const bindText = (words: Translator, form: RecordForm, kind: string, field: string) => ({
  ...bindField(words, form, kind, field),
  value: stringOf(form.values[field]) ?? '',
  onInput: (text: string) => form.set(field, textToValue(text)),
});

/** A code of a list, or a date as it is stored. */
export const stringOf = (value: JsonValue | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

export const numberOf = (value: JsonValue | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

export const listOf = (value: JsonValue | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
