import type { Fields } from '../../domain/json-value.ts';
import { fieldLabel, fieldValueToText } from '../field-words.ts';
import { nameOfPerson } from '../record-words.ts';
import type { FeatureSession } from '../session.ts';

/** What somebody wrote, field by field, in words. */
export const writtenFacts = (
  { vault, words }: Pick<FeatureSession, 'vault' | 'words'>,
  kind: string,
  written: Fields,
) =>
  Object.entries(written).map(([field, value]) => ({
    field,
    label: fieldLabel(words, kind, field),
    value:
      fieldValueToText(words, kind, field, value, (id) => nameOfPerson(vault, words, id)) ??
      words.t('attention.disputed.cleared'),
  }));
