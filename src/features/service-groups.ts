import type { CaseRecord, OpenVault } from '../device/open-vault.ts';
import type { CalendarDate } from '../domain/primitives.ts';
import type { Translator } from '../i18n/translate.ts';
import { serviceFieldsOf } from './own-services.ts';
import { PLACES, placeOfRecord } from './places.ts';
import { type RowMark, recordLine, recordMark, recordTitle } from './record-words.ts';

/** Services that were saved together are one row of a list, which opens. */

export type ListRow = {
  /** Of a group, the one whose state needs a hand most. */
  readonly held: CaseRecord;
  /** All that stands in this row; more than one is a group. */
  readonly members: readonly CaseRecord[];
};

/** Rows in the order of `records`; a group stands where its first service stands. One that is alone is no group any more. */
export function foldGroups(records: readonly CaseRecord[]): ListRow[] {
  const membersByGroup = Map.groupBy(records, groupOf);
  return records.flatMap((held): ListRow[] => {
    const group = groupOf(held);
    const members = (group === undefined ? undefined : membersByGroup.get(group)) ?? [held];
    return members[0] === held ? [{ held: worstOf(members), members }] : [];
  });
}

/** All that is left of a group on this device. */
export const membersOf = ({ caseload }: OpenVault, group: string): readonly CaseRecord[] =>
  caseload.ofKind('service').filter((held) => groupOf(held) === group);

/** How many people: a contact that was counted is as many as it says. */
export const peopleIn = (members: readonly CaseRecord[]): number =>
  members.reduce((sum, held) => sum + (serviceFieldsOf(held).contact?.count ?? 1), 0);

export const groupTitle = (words: Translator, members: readonly CaseRecord[]): string =>
  words.t('service.groupOf', { n: peopleIn(members) });

type RowWords = {
  readonly title: string;
  readonly subtitle: string;
  readonly href: string;
  readonly mark: RowMark;
};

/** How a row reads and where it leads; `whole` is the group where the list shows only a part of it. */
export function rowWords(
  vault: OpenVault,
  words: Translator,
  { held, members }: ListRow,
  today: CalendarDate,
  whole: readonly CaseRecord[] = members,
): RowWords {
  const { id, kind } = held.record;
  const group = whole.length > 1 ? groupOf(held) : undefined;
  return {
    title: group === undefined ? recordTitle(vault, words, held) : groupTitle(words, whole),
    subtitle: recordLine(words, held),
    href: group === undefined ? placeOfRecord(kind, id) : PLACES.group(group),
    mark: recordMark(words, vault, held, today),
  };
}

export const groupOf = (held: CaseRecord): string | undefined =>
  held.record.kind === 'service' ? serviceFieldsOf(held).group : undefined;

const worstOf = (members: readonly CaseRecord[]): CaseRecord =>
  members.reduce((worst, held) => (urgencyOf(held) > urgencyOf(worst) ? held : worst));

/** In the order of `recordMark`. */
function urgencyOf({ record, waiting, attention }: CaseRecord): number {
  if (attention > 0) return 5;
  if (waiting > 0) return 4;
  if (record.conflicts.length > 0) return 3;
  if (record.review.state === 'returned') return 2;
  return record.review.state === 'submitted' ? 1 : 0;
}
