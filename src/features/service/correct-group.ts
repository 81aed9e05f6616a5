import type { CaseRecord, NewChange } from '../../device/open-vault.ts';
import type { ActorRole } from '../../domain/actor.ts';
import { type Fields, isSameValue } from '../../domain/json-value.ts';
import { findReviewStep } from '../../domain/review-table.ts';

/** Correcting a service that many had together, once for all of them. What is one person's own is corrected at that person's. */

const ONES_OWN: ReadonlySet<string> = new Set([
  'beneficiary',
  'contact',
  'group',
  'householdId',
  'outcome',
  'referralOutcome',
  'restrictedNote',
]);

/** Whom a correction is for: those that were sent back, where any was, else all that may still be corrected. */
export function correctable(members: readonly CaseRecord[], role: ActorRole): readonly CaseRecord[] {
  const open = members.filter(({ record }) => findReviewStep(record.review.state, 'edit', role) !== undefined);
  const returned = open.filter(({ record }) => record.review.state === 'returned');
  return returned.length > 0 ? returned : open;
}

/**
 * What the form starts with: the fields that all have alike, and beside them (`base`, `seen`: version by id) what the person was looking
 * at, so that a correction that lay as a draft for days still merges field by field.
 */
export function startOfCorrection(members: readonly CaseRecord[]): Fields {
  const [first, ...others] = members.map(({ record }) => record.fields);
  const base = Object.fromEntries(
    Object.entries(first ?? {}).filter(
      ([name, value]) => !ONES_OWN.has(name) && others.every((fields) => isSameValue(fields[name], value)),
    ),
  );
  const seen = Object.fromEntries(members.map(({ record }) => [record.id, record.version]));
  return { ...base, base, seen };
}

/** An edit for each, of the fields that differ; with an answer and no correction one that changes nothing and sends it back. */
export function groupEdits(members: readonly CaseRecord[], values: Fields, answer: string | undefined): NewChange[] {
  const { base, seen, ...now } = values as Fields & { readonly base?: Fields; readonly seen?: Record<string, number> };
  const names = new Set([...Object.keys(base ?? {}), ...Object.keys(now)]);
  const changed = [...names].filter((name) => !isSameValue(base?.[name], now[name]));
  if (changed.length === 0 && answer === undefined) return [];
  return members.map(({ record: { id, kind, version, fields } }) => ({
    type: 'edit',
    kind,
    recordId: id,
    seenVersion: seen?.[id] ?? version,
    fields: Object.fromEntries(
      (changed.length > 0 ? changed : ['types']).map((name) => {
        const from = base?.[name] ?? fields[name] ?? null;
        return [name, { from, to: changed.length > 0 ? (now[name] ?? null) : from }];
      }),
    ),
    ...(answer !== undefined && { comment: answer }),
  }));
}
