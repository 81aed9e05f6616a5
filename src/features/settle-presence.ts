import type { CaseRecord, OpenVault, OutboxItem } from '../device/open-vault.ts';
import type { Change } from '../domain/change.ts';
import { attendanceFieldsOf } from './event-records.ts';

/**
 * A presence that another phone had written already was refused with `AlreadyPresent`. Nothing is lost and nothing doubled: the
 * refused change waits here until its author keeps what is there, or puts their own hours into it.
 */
export type DoublePresence = {
  readonly item: OutboxItem & { readonly change: Extract<Change, { type: 'create' }> };
  /** The presence that is there; not known before the next pull brings it. */
  readonly other: CaseRecord | undefined;
};

export function doublePresences({ outbox, caseload }: OpenVault, eventId?: string): DoublePresence[] {
  return outbox.value.flatMap((item) => {
    const { change, refusal, state } = item;
    if (state !== 'attention' || change.type !== 'create' || refusal?.type !== 'FieldsRefused') return [];
    const isAlone = refusal.problems.length === 1;
    const problem = refusal.problems.find(({ rule }) => rule === 'AlreadyPresent');
    if (problem === undefined || !isAlone || (eventId !== undefined && change.fields.event !== eventId)) return [];
    return [{ item: { ...item, change }, other: caseload.find(problem.other ?? '') }];
  });
}

export const minutesHere = ({ item }: DoublePresence): number | undefined => {
  const { minutes } = item.change.fields;
  return typeof minutes === 'number' ? minutes : undefined;
};
export const minutesThere = ({ other }: DoublePresence): number | undefined =>
  other && attendanceFieldsOf(other).minutes;

/** Whether the presence written here knows hours that the other one does not have. */
export const hasOtherHours = (double: DoublePresence): boolean =>
  double.other !== undefined && minutesHere(double) !== undefined && minutesHere(double) !== minutesThere(double);

/**
 * Keeps the presence that is there. With `useHours` its hours become those written here, first: a crash between the two leaves the
 * refused change where it was. That it was let go stands in the audit.
 */
export async function settlePresence(
  vault: OpenVault,
  double: DoublePresence,
  hours: 'theirs' | 'ours',
): Promise<ReturnType<OpenVault['discardChange']>> {
  const { other, item } = double;
  const minutes = minutesHere(double);
  if (hours === 'ours' && other !== undefined && minutes !== undefined && hasOtherHours(double)) {
    const { id, kind, version } = other.record;
    const fields = { minutes: { from: minutesThere(double) ?? null, to: minutes } };
    const saved = await vault.saveChange({ type: 'edit', recordId: id, kind, seenVersion: version, fields });
    if (!saved.ok) return saved as Awaited<ReturnType<OpenVault['discardChange']>>;
  }
  return vault.discardChange(item.change.id);
}
