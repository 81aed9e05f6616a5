import type { CaseRecord } from '../../device/open-vault.ts';
import type { JsonValue } from '../../domain/json-value.ts';
import type { Translator } from '../../i18n/translate.ts';
import { fieldLabel, fieldValueToText } from '../field-words.ts';

type ServiceFact = { readonly field: string; readonly label: string; readonly value: string };

/** What is read first stands first. Not here: the person, who is a way on, and the restricted note, which opens by a tap. */
const FIELDS = [
  'types',
  'mediationLanguage',
  'referralTo',
  'referralOutcome',
  'date',
  'time',
  'minutes',
  'placeKind',
  'place',
  'contact.count',
  'contact.nickname',
  'contact.language',
  'contact.gender',
  'contact.ageBracket',
  'givenBy',
  'outcome',
  'note',
] as const;

/** What is known of a service, line by line; what nobody answered has no line. */
export const serviceFacts = (words: Translator, { record: { fields } }: CaseRecord): ServiceFact[] =>
  FIELDS.flatMap((field) => {
    const value = fieldValueToText(words, 'service', field, valueAt(fields, field), () => '');
    return value === undefined ? [] : [{ field, label: fieldLabel(words, 'service', field), value }];
  });

/** What a group had in common: lines that read the same for all of them. */
export function sharedFacts(words: Translator, members: readonly CaseRecord[]): ServiceFact[] {
  const [first = [], ...others] = members.map((held) => serviceFacts(words, held));
  return first.filter(({ field, value }) =>
    others.every((facts) => facts.some((fact) => fact.field === field && fact.value === value)),
  );
}

function valueAt(fields: Readonly<Record<string, JsonValue>>, path: string): JsonValue | undefined {
  const [name = '', part] = path.split('.');
  const value = fields[name];
  if (part === undefined) return value;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value[part] : undefined;
}
