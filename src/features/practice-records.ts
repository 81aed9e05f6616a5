import type { CaseRecord, OpenVault } from '../device/open-vault.ts';
import type { JsonValue } from '../domain/json-value.ts';
import { PRACTICE_TEXTS, type Practice } from '../domain/kinds/practice.ts';
import type { PracticeReply } from '../domain/kinds/practice-reply.ts';
import { findMunicipality } from '../domain/lists/municipalities.ts';
import { createNameFinder } from '../domain/names-in-text.ts';
import type { RecordEnvelope } from '../domain/record.ts';

/** Practices and replies, of this city and of the others, as several screens look at them. Pure. */
export const practiceFieldsOf = ({ record }: CaseRecord): Partial<Practice> => record.fields as Partial<Practice>;
export const replyFieldsOf = ({ record }: CaseRecord): Partial<PracticeReply> =>
  record.fields as Partial<PracticeReply>;

const isAlive = ({ record }: CaseRecord): boolean => !record.removed && record.mergedInto === undefined;

/** The last changed first. */
export const practicesOf = ({ caseload }: OpenVault): CaseRecord[] =>
  caseload
    .ofKind('practice')
    .filter(isAlive)
    .sort((a, b) => (a.record.updatedAt < b.record.updatedAt ? 1 : -1));

/** To a practice, the oldest first. */
export const repliesOf = ({ caseload }: OpenVault, practiceId: string): CaseRecord[] =>
  caseload
    .ofKind('practice-reply')
    .filter((held) => isAlive(held) && replyFieldsOf(held).practice === practiceId)
    .sort((a, b) => (a.record.createdAt < b.record.createdAt ? -1 : 1));

/** How many cities tried it; one that tried twice is one. */
export const citiesThatTried = (replies: readonly CaseRecord[]): number =>
  new Set(replies.filter((held) => replyFieldsOf(held).outcome !== undefined).map(({ record }) => record.municipality))
    .size;

export const isOurs = ({ actor }: OpenVault, { record }: CaseRecord): boolean =>
  record.municipality === actor.municipality;

export const cityOf = ({ record }: CaseRecord): string =>
  findMunicipality(record.municipality)?.name ?? record.municipality;

/** Those that hold every word, wherever; without a word, all. */
export function searchPractices(practices: readonly CaseRecord[], text: string): CaseRecord[] {
  const asked = folded(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  return practices.filter((held) => {
    const { title, problem, done, result, cost, office } = practiceFieldsOf(held);
    const all = folded([title, problem, done, result, cost, office, cityOf(held)].join(' '));
    return asked.every((word) => all.includes(word));
  });
}

/** Without capitals and accents. */
const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** What other cities read of a record that goes to them, as texts; nothing of what stays at home. */
export function sharedTextsOf({ kind, fields }: RecordEnvelope): JsonValue[] {
  switch (kind) {
    case 'practice':
      return PRACTICE_TEXTS.flatMap((field) => fields[field] ?? []);
    case 'practice-reply':
      return [fields.text ?? ''];
    case 'practice-file':
      return [fields.name ?? ''];
    default:
      return [];
  }
}

/** Names of people of this city in a text. */
export const nameFinderOf = ({ caseload }: OpenVault): ((text: string) => string[]) =>
  createNameFinder(caseload.ofKind('beneficiary').map(({ record }) => record.fields));
