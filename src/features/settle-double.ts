import type { CaseRecord, OpenVault, OutboxItem } from '../device/open-vault.ts';
import type { Change } from '../domain/change.ts';
import { isSameValue } from '../domain/json-value.ts';
import { KINDS } from '../domain/kinds.ts';
import { mayTouchField } from '../domain/permissions.ts';
import type { KindRuleCode } from '../domain/rule-codes.ts';

/**
 * A record of which there can be one only, that another device had written already: the server refused the second, and it waits here
 * until its author keeps what is there or puts their own words into it. Presences at an event have words of their own
 * (`settle-presence.ts`).
 */
export type DoubleRecord = {
  readonly item: OutboxItem & { readonly change: Extract<Change, { type: 'create' }> };
  /** The record that is there; not known before the next pull brings it. */
  readonly other: CaseRecord | undefined;
  /** What was written here otherwise than there, and could be put there. */
  readonly differing: readonly string[];
  /** What was written here and its author may not write there. */
  readonly unmovable: readonly string[];
};

/** The rule that says of a kind that there is one already. */
const RULES_OF_ONE: ReadonlyMap<string, KindRuleCode> = new Map([
  ['monthly-situation', 'MonthAlreadyWritten'],
  ['contribution', 'ContributionTwice'],
  ['exit-follow-up', 'FollowUpAlreadyWritten'],
]);

export function doubleRecords({ outbox, caseload, actor }: OpenVault): DoubleRecord[] {
  return outbox.value.flatMap((item): DoubleRecord[] => {
    const { change, refusal, state } = item;
    if (state !== 'attention' || change.type !== 'create' || refusal?.type !== 'FieldsRefused') return [];
    const [problem, ...more] = refusal.problems;
    if (problem === undefined || more.length > 0 || problem.rule !== RULES_OF_ONE.get(change.kind)) return [];
    const other = caseload.find(problem.other ?? '');
    const written = Object.keys(change.fields).filter(
      (field) => other !== undefined && !isSameValue(change.fields[field], other.record.fields[field]),
    );
    const mayMove = (field: string) => mayTouchField('write', actor, change.kind, field, other?.record);
    return [
      {
        item: { ...item, change },
        other,
        differing: written.filter(mayMove),
        unmovable: written.filter((field) => !mayMove(field)),
      },
    ];
  });
}

export const isRestricted = (kind: string, field: string): boolean => KINDS.get(kind)?.classes[field] === 'restricted';

/**
 * Keeps the record that is there. With `ours` it takes over what was written here, first: a crash between the two leaves the refused
 * change where it was. That it was let go stands in the audit.
 */
export async function settleDouble(
  vault: OpenVault,
  { item, other, differing }: DoubleRecord,
  whose: 'theirs' | 'ours',
): Promise<ReturnType<OpenVault['discardChange']>> {
  const { change } = item;
  if (whose === 'ours' && other !== undefined && differing.length > 0) {
    const { id, kind, version, fields } = other.record;
    const edits = differing.map((field) => [field, { from: fields[field] ?? null, to: change.fields[field] ?? null }]);
    const saved = await vault.saveChange({
      type: 'edit',
      recordId: id,
      kind,
      seenVersion: version,
      fields: Object.fromEntries(edits),
    });
    if (!saved.ok) return saved as Awaited<ReturnType<OpenVault['discardChange']>>;
  }
  return vault.discardChange(change.id);
}
