import type { Change } from '../../domain/change.ts';
import { KINDS } from '../../domain/kinds.ts';
import type { RecordEnvelope } from '../../domain/record.ts';
import { findShelfStep, recordToCard } from '../../domain/shared-record.ts';
import { mergedFamily, subjectOfRecord } from '../../domain/subject-of-record.ts';
import type { PushTransaction } from './push-ports.ts';

/**
 * The records that a push works on, locked, with what they may depend on. A change of the batch is seen by the later ones.
 * Whoever writes a record holds the lock of the record it is about, so what is about one subject stands still meanwhile.
 */
export type Workspace = {
  find(id: string): RecordEnvelope | undefined;
  /** See RuleContext.related. */
  relatedTo(change: Change): RecordEnvelope[];
  put(record: RecordEnvelope): void;
  /** What was put, each record once as it is now, and whether it was not there when the workspace was opened. */
  written(): { record: RecordEnvelope; isNew: boolean }[];
  /** What the shelf of the network is to hold from now on: the last card of each record, also of one that was changed again since. */
  cards(): RecordEnvelope[];
};

export async function openWorkspace(transaction: PushTransaction, changes: readonly Change[]): Promise<Workspace> {
  const ids = new Set(changes.flatMap((change) => [change.recordId, ...subjectsNamed(change)]));
  const recordsById = new Map<string, RecordEnvelope>();
  const subjects = new Set(changes.flatMap(subjectsNamed));
  await lockAll();
  await readAll();
  const idsBySubject = new Map<string, Set<string>>();
  for (const record of recordsById.values()) index(record);
  const view = {
    find: (id: string) => recordsById.get(id),
    about: (id: string) => [...(idsBySubject.get(id) ?? [])].flatMap((one) => recordsById.get(one) ?? []),
  };
  const firstIds = new Set(recordsById.keys());
  const writtenIds = new Set<string>();
  const cardsById = new Map<string, RecordEnvelope>();

  return {
    find: (id) => recordsById.get(id),
    put(record) {
      const before = recordsById.get(record.id);
      const left = before && subjectOfRecord(before);
      if (left !== undefined) idsBySubject.get(left)?.delete(record.id);
      recordsById.set(record.id, record);
      writtenIds.add(record.id);
      index(record);
      const step = findShelfStep(record);
      if (step === 'publish' || step === 'withdraw') cardsById.set(record.id, recordToCard(record, step));
    },
    cards: () => [...cardsById.values()],
    written: () =>
      [...writtenIds]
        .flatMap((id) => recordsById.get(id) ?? [])
        .map((record) => ({ record, isNew: !firstIds.has(record.id) })),
    relatedTo(change) {
      const record = recordsById.get(change.recordId);
      const current = record && subjectOfRecord(record);
      const about = new Set([...(current === undefined ? [] : [current]), ...subjectsNamed(change)]);
      const families = new Set([...about].flatMap((subject) => [...mergedFamily(view, subject)]));
      const related = new Set([...families].flatMap((subject) => [subject, ...(idsBySubject.get(subject) ?? [])]));
      related.delete(change.recordId);
      return [...related].flatMap((id) => recordsById.get(id) ?? []);
    },
  };

  /** Again when a record turns out to be about another one than it was when the locks were asked for. */
  async function lockAll(): Promise<void> {
    if (ids.size === 0) return;
    let missing = [...ids];
    while (missing.length > 0) {
      const locked = await transaction.lockRecords(missing);
      for (const record of locked) recordsById.set(record.id, record);
      for (const id of locked.map(subjectOfRecord)) if (id !== undefined) subjects.add(id);
      for (const id of missing) ids.add(id);
      missing = [...subjects].filter((id) => !recordsById.has(id) && !ids.has(id));
    }
  }

  /** What is about the subjects, and about everybody who was merged into them: whoever writes about those holds the survivor's lock too. */
  async function readAll(): Promise<void> {
    let unread = [...subjects];
    while (unread.length > 0) {
      const found = await transaction.readAbout(unread);
      for (const record of found) if (!recordsById.has(record.id)) recordsById.set(record.id, record);
      unread = found
        .filter((record) => record.mergedInto !== undefined && subjectOfRecord(record) === record.mergedInto)
        .flatMap(({ id }) => (subjects.has(id) ? [] : [id]));
      for (const id of unread) subjects.add(id);
    }
  }

  function index(record: RecordEnvelope): void {
    const subject = subjectOfRecord(record);
    if (subject === undefined) return;
    const known = idsBySubject.get(subject);
    if (known === undefined) idsBySubject.set(subject, new Set([record.id]));
    else known.add(record.id);
  }
}

/** Records that the change points at: its subject, or what it is merged into. What is not an id names no record, and the rules refuse it. */
function subjectsNamed(change: Change): string[] {
  if (change.type === 'merge') return [change.into];
  const field = KINDS.get(change.kind)?.subjectField;
  const named = field === undefined ? undefined : valueSet(change, field);
  return typeof named === 'string' && UUID.test(named) ? [named] : [];
}

function valueSet(change: Change, field: string): unknown {
  switch (change.type) {
    case 'create':
      return change.fields[field];
    case 'edit':
      return change.fields[field]?.to;
    case 'resolve':
      return change.field === field ? change.to : undefined;
    default:
      return undefined;
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
