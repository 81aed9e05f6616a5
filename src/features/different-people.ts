import type { CaseRecord, NewChange, OpenVault } from '../device/open-vault.ts';
import type { DifferentPeople } from '../domain/kinds/different-people.ts';
import type { Id } from '../domain/primitives.ts';
import { survivorIn } from './survivor.ts';

/** Pairs that somebody said are two people, after every merge. Pure: they read the caseload and nothing else. */
export type MarkedPair = {
  readonly one: string;
  readonly other: string;
  /** All that say so: more where two devices did. */
  readonly marks: readonly CaseRecord[];
};

const KIND = 'different-people';

export const markDifferent = (recordId: Id, beneficiary: string, other: string): NewChange => ({
  type: 'create',
  kind: KIND,
  recordId,
  fields: { beneficiary, other },
});

/** What says that these two are not one. */
export function marksOf(vault: OpenVault, one: string, other: string): CaseRecord[] {
  const survivor = survivorIn(vault);
  const pair = new Set([survivor(one), survivor(other)]);
  return [...pair]
    .flatMap((id) => vault.caseload.about(id))
    .filter((held) => held.record.kind === KIND && idsOf(held).every((id) => pair.has(survivor(id))));
}

export const areDifferent = (vault: OpenVault, one: string, other: string): boolean =>
  marksOf(vault, one, other).length > 0;

/** Every pair that was marked, the latest first; those that a merge made one since are settled otherwise. */
export function markedPairs(vault: OpenVault): MarkedPair[] {
  const survivor = survivorIn(vault);
  const byPair = Map.groupBy(vault.caseload.ofKind(KIND), (held) => idsOf(held).map(survivor).sort().join(' '));
  return [...byPair].flatMap(([key, marks]) => {
    const [one = '', other = ''] = key.split(' ');
    return one === other ? [] : [{ one, other, marks }];
  });
}

const idsOf = ({ record }: CaseRecord): readonly string[] => {
  const { beneficiary = '', other = '' } = record.fields as Partial<DifferentPeople>;
  return [beneficiary, other];
};
