import type { Change } from '../../domain/change.ts';
import type { JsonValue } from '../../domain/json-value.ts';
import { KINDS } from '../../domain/kinds.ts';
import type { Translator } from '../../i18n/translate.ts';
import { fieldLabel, fieldValueToText } from '../field-words.ts';
import type { ArrivedItem } from '../remote-ports.ts';
import { firstNameOf } from '../screen.tsx';
import type { FeatureSession } from '../session.ts';
import { refusalToText } from '../use-save.ts';
import { attentionTitle, isPartedAgain } from './attention-words.ts';

/** Somebody else's change, as the coordinator reads it. */

export function arrivedTitle(session: FeatureSession, { change }: ArrivedItem): string {
  if (change === undefined) return session.words.t('arrived.unreadable');
  return attentionTitle(session, change.recordId, [{ change }]) || session.words.t('arrived.unreadable');
}

/** Why it was not taken. Where the usual sentence speaks to the author, another one speaks of them. */
export function arrivedReason(
  { words, vault }: Pick<FeatureSession, 'words' | 'vault'>,
  { refusal, author, why, change }: ArrivedItem,
): readonly string[] {
  if (why === 'held') return [words.t('arrived.held.why')];
  if (refusal === undefined) return [words.t('trouble.unknown')];
  if (refusal.type === 'FieldsRefused' && change !== undefined) {
    return refusal.problems.map(
      ({ field, rule }) =>
        `${fieldLabel(words, change.kind, field)}: ${words.findMessage(`rule.${rule}`) ?? words.t('trouble.unknown')}`,
    );
  }
  if (isPartedAgain(refusal, vault.caseload.find(change?.recordId ?? ''))) return [words.t('arrived.parted')];
  // Whoever works here may always count; only a volunteer's phone comes too late for it.
  if (refusal.type === 'NotPermitted' && change?.kind === 'attendance') return [words.t('arrived.lateGuest')];
  return [
    words.findMessage(`arrived.refusal.${refusal.type}`, { name: firstNameOf(author.name) }) ??
      refusalToText(words, refusal),
  ];
}

type ArrivedRow = { readonly label: string; readonly before?: string; readonly after: string };

/** The change field by field: old and new of an edit, the words of a comment. Fields in `unseen` are left out. */
export function arrivedRows(
  words: Translator,
  change: Change,
  nameOfPerson: (id: string) => string,
  unseen: readonly string[],
): readonly ArrivedRow[] {
  const textOf = (field: string, value: JsonValue) =>
    fieldValueToText(words, change.kind, field, value, nameOfPerson) ?? words.t('review.value.none');
  const toRow = (field: string, to: JsonValue, from?: JsonValue): ArrivedRow => ({
    label: fieldLabel(words, change.kind, field),
    after: textOf(field, to),
    ...(from !== undefined && { before: textOf(field, from) }),
  });
  const isSeen = ([field]: readonly [string, unknown]) => !unseen.includes(field);
  switch (change.type) {
    case 'create':
      return Object.entries(change.fields)
        .filter(isSeen)
        .map(([field, value]) => toRow(field, value));
    case 'edit':
      return [
        ...Object.entries(change.fields)
          .filter(isSeen)
          .map(([field, { from, to }]) => toRow(field, to, from)),
        ...commentRow(words, change.comment),
      ];
    case 'resolve':
      return unseen.includes(change.field) ? [] : [toRow(change.field, change.to, change.from)];
    case 'comment':
      return commentRow(words, change.text);
    case 'review':
      return commentRow(words, change.comment);
    case 'remove':
      return commentRow(words, change.reason);
    default:
      return [];
  }
}

const commentRow = (words: Translator, comment: string | undefined): ArrivedRow[] =>
  comment === undefined ? [] : [{ label: words.t('arrived.comment'), after: comment }];

/** The restricted fields that a change writes: looked at only on demand, because looking is written down. */
export function restrictedFields(change: Change): readonly string[] {
  const classes = KINDS.get(change.kind)?.classes ?? {};
  const written =
    change.type === 'create' || change.type === 'edit'
      ? Object.keys(change.fields)
      : change.type === 'resolve'
        ? [change.field]
        : [];
  return written.filter((field) => classes[field] === 'restricted');
}
