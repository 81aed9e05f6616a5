import type { CaseRecord, OpenVault } from '../../device/open-vault.ts';

export const MINE_STATES = ['here', 'attention', 'returned', 'server', 'validated'] as const;
type MineState = (typeof MINE_STATES)[number];
export type MineFilter = MineState | 'all';

/**
 * Where a record stands, exactly one of the states, in the order in which `recordMark` decides:
 *
 * refused | waits here | disputed | review    | state
 * ------- | ---------- | -------- | --------- | ---------
 * yes     | any        | any      | any       | attention
 * no      | yes        | any      | any       | here
 * no      | no         | yes      | any       | attention
 * no      | no         | no       | returned  | returned
 * no      | no         | no       | validated | validated (so is locked)
 * no      | no         | no       | submitted | server
 */
export function mineStateOf({ record, waiting, attention }: CaseRecord): MineState {
  if (attention > 0) return 'attention';
  if (waiting > 0) return 'here';
  if (record.conflicts.length > 0) return 'attention';
  switch (record.review.state) {
    case 'returned':
      return 'returned';
    case 'validated':
    case 'locked':
      return 'validated';
    case 'submitted':
      return 'server';
  }
}

/** What the person wrote, or changed here and has not sent yet; the last touched first. */
export const mineOf = ({ caseload, actor }: OpenVault): CaseRecord[] =>
  caseload
    .all()
    .filter(({ record, waiting, attention }) => {
      const isAlive = !record.removed && record.mergedInto === undefined;
      return attention > 0 || (isAlive && (waiting > 0 || record.createdBy.id === actor.id));
    })
    .sort((a, b) => (a.record.updatedAt < b.record.updatedAt ? 1 : -1));

export function countStates(mine: readonly CaseRecord[]): Readonly<Record<MineFilter, number>> {
  const counts = { all: mine.length, here: 0, attention: 0, returned: 0, server: 0, validated: 0 };
  for (const held of mine) counts[mineStateOf(held)] += 1;
  return counts;
}

export const filterMine = (mine: readonly CaseRecord[], filter: MineFilter): readonly CaseRecord[] =>
  filter === 'all' ? mine : mine.filter((held) => mineStateOf(held) === filter);
