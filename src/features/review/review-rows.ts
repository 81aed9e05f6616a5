import type { JsonValue } from '../../domain/json-value.ts';
import { KINDS } from '../../domain/kinds.ts';
import { findEthosSituation, LIVING_SITUATIONS } from '../../domain/lists/living-situations.ts';
import type { RecordEnvelope } from '../../domain/record.ts';
import { diffOf } from '../../domain/review-queue.ts';
import type { Translator } from '../../i18n/translate.ts';
import { fieldLabel, fieldValueToText, findFormat } from '../field-words.ts';
import { isNewRecord } from './queue-model.ts';

export type ReviewRow = {
  readonly label: string;
  readonly before?: string;
  readonly after: string;
  readonly note?: string;
};
type ReviewRows = {
  /** What there is to look at; all of a new record. */
  readonly changed: readonly ReviewRow[];
  readonly unchanged: readonly ReviewRow[];
  /** Restricted fields with a value, now or before: shown only on demand, because looking is written down. */
  readonly restricted: readonly string[];
};

/** The record field by field for the one who decides. Restricted fields are among the rows only with `isDisclosed`. */
export function reviewRows(
  words: Translator,
  record: RecordEnvelope,
  nameOfPerson: (id: string) => string,
  disclosure: 'closed' | 'open',
): ReviewRows {
  const { kind, fields } = record;
  const classes = KINDS.get(kind)?.classes ?? {};
  const isRestricted = (field: string): boolean => classes[field] === 'restricted';
  const isShown = (field: string): boolean =>
    findFormat(kind, field) !== 'hidden' && (disclosure === 'open' || !isRestricted(field));

  const textOf = (field: string, value: JsonValue): string | undefined =>
    fieldValueToText(words, kind, field, value, nameOfPerson);
  const toRow = (field: string, value: JsonValue): ReviewRow => ({
    label: fieldLabel(words, kind, field),
    after: textOf(field, value) ?? words.t('review.value.none'),
    ...ethosNote(field, value),
  });

  const diff = diffOf(record);
  const changedFields = new Set(diff.map(({ field }) => field));
  const known = Object.keys(classes).filter((field) => fields[field] !== undefined);
  return {
    changed: diff
      .filter(({ field }) => isShown(field))
      .map(({ field, from, to }) => ({
        ...toRow(field, to),
        ...(!isNewRecord(record) && { before: textOf(field, from) ?? words.t('review.value.missing') }),
      })),
    unchanged: known
      .filter((field) => !changedFields.has(field) && isShown(field))
      .map((field) => toRow(field, fields[field] ?? null)),
    restricted: [...new Set([...changedFields, ...known])].filter(isRestricted),
  };
}

/** What all of several records say alike, in the order of the first. */
export function sharedRows([first = [], ...others]: readonly (readonly ReviewRow[])[]): ReviewRow[] {
  const isSame = (one: ReviewRow, other: ReviewRow): boolean =>
    one.label === other.label && one.before === other.before && one.after === other.after;
  return first.filter((row) => others.every((rows) => rows.some((other) => isSame(row, other))));
}

/** Coordinators and reports speak of living situations by their ETHOS number. */
function ethosNote(field: string, value: JsonValue): { note?: string } {
  const situation = field.startsWith('situationAt') ? LIVING_SITUATIONS.find((code) => code === value) : undefined;
  const ethos = situation && findEthosSituation(situation);
  return ethos === undefined ? {} : { note: `(ETHOS ${ethos.ethosCode})` };
}
