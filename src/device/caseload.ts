import { signal } from '@preact/signals-core';
import { KINDS } from '../domain/kinds.ts';
import type { RecordEnvelope } from '../domain/record.ts';
import { subjectOfRecord } from '../domain/subject-of-record.ts';
import type { Caseload, CaseRecord, OutboxItem } from './open-vault.ts';

/**
 * Everything in memory, indexed by kind and by subject. The indexes are built when first asked for, because an unlock should not pay for
 * lists that nobody looks at, and are then kept up to date, because a save should not sort 50,000 records.
 */
export type CaseloadSource = {
  /** The record as the person sees it, and every one of them. */
  readonly find: (id: string) => RecordEnvelope | undefined;
  readonly all: () => Iterable<RecordEnvelope>;
  readonly findConfirmed: (id: string) => RecordEnvelope | undefined;
  readonly itemsOf: (recordId: string) => readonly OutboxItem[];
};

export type IndexedCaseload = Caseload & {
  /** Records about `id`, removed ones too, in no order: what the rules of a kind look at. */
  readonly recordsAbout: (id: string) => readonly RecordEnvelope[];
  /** Tells that these records are others now. */
  readonly refresh: (ids: ReadonlySet<string>) => void;
  /** Forgets every record that was shown. */
  readonly clear: () => void;
};

/** More changed records than this, and sorting the lists anew when they are next shown is cheaper than mending them. */
const PATCHED_RECORDS_MAX = 64;

export function createCaseload(source: CaseloadSource): IndexedCaseload {
  const version = signal(0);
  const casesById = new Map<string, CaseRecord>();
  const listsByKind = new Map<string, readonly CaseRecord[]>();
  let everything: readonly CaseRecord[] | undefined;
  let unknownCount: number | undefined;
  /** May hold ids whose record has another subject by now: checked when read. */
  let idsBySubject: Map<string, Set<string>> | undefined;
  /** The same of what was merged into a record. */
  let idsBySurvivor: Map<string, Set<string>> | undefined;

  const caseload: IndexedCaseload = {
    version,
    find: (id) => {
      version.value;
      return findCase(id);
    },
    ofKind: (kind) => {
      version.value;
      const known = listsByKind.get(kind);
      if (known !== undefined) return known;
      const list = listAll()
        .filter(({ record }) => record.kind === kind && isListed(record))
        .sort(newestFirst);
      listsByKind.set(kind, list);
      return list;
    },
    about: (id) => {
      version.value;
      return withMerged(id)
        .flatMap((one) => caseload.recordsAbout(one))
        .filter(isListed)
        .flatMap((record) => findCase(record.id) ?? [])
        .sort(newestFirst);
    },
    mergedInto: (id) => {
      version.value;
      return mergedAway(id)
        .flatMap((record) => findCase(record.id) ?? [])
        .sort(newestFirst);
    },
    all: () => {
      version.value;
      return listAll();
    },
    unknownCount: () => {
      version.value;
      unknownCount ??= listAll().filter(({ record }) => !KINDS.has(record.kind)).length;
      return unknownCount;
    },
    recordsAbout: (id) =>
      [...(subjectIndex().get(id) ?? [])]
        .flatMap((about) => source.find(about) ?? [])
        .filter((record) => subjectOfRecord(record) === id),
    refresh,
    clear() {
      casesById.clear();
      listsByKind.clear();
      idsBySubject = undefined;
      idsBySurvivor = undefined;
      refresh(new Set());
    },
  };
  return caseload;

  function findCase(id: string): CaseRecord | undefined {
    const known = casesById.get(id);
    if (known !== undefined) return known;
    const record = source.find(id);
    return record === undefined ? undefined : keepCase(record);
  }

  function keepCase(record: RecordEnvelope): CaseRecord {
    const items = source.itemsOf(record.id);
    const attention = items.filter(({ state }) => state === 'attention').length;
    const created: CaseRecord = {
      record,
      confirmed: source.findConfirmed(record.id),
      waiting: items.length - attention,
      attention,
    };
    casesById.set(record.id, created);
    return created;
  }

  function listAll(): readonly CaseRecord[] {
    if (everything === undefined) {
      const list: CaseRecord[] = [];
      for (const record of source.all()) list.push(casesById.get(record.id) ?? keepCase(record));
      everything = list;
    }
    return everything;
  }

  function subjectIndex(): Map<string, Set<string>> {
    if (idsBySubject === undefined) {
      idsBySubject = new Map();
      for (const record of source.all()) addToIndex(idsBySubject, subjectOfRecord(record), record.id);
    }
    return idsBySubject;
  }

  function mergedAway(id: string): RecordEnvelope[] {
    if (idsBySurvivor === undefined) {
      idsBySurvivor = new Map();
      for (const record of source.all()) addToIndex(idsBySurvivor, record.mergedInto, record.id);
    }
    return [...(idsBySurvivor.get(id) ?? [])]
      .flatMap((one) => source.find(one) ?? [])
      .filter(({ mergedInto }) => mergedInto === id);
  }

  /** A record and all that was merged into it, directly or by a chain. */
  function withMerged(id: string): readonly string[] {
    const ids = new Set([id]);
    // A set is walked on to what is added meanwhile.
    for (const one of ids) for (const { id: merged } of mergedAway(one)) ids.add(merged);
    return [...ids];
  }

  function refresh(ids: ReadonlySet<string>): void {
    for (const id of ids) {
      casesById.delete(id);
      const record = source.find(id);
      if (record === undefined) continue;
      if (idsBySubject !== undefined) addToIndex(idsBySubject, subjectOfRecord(record), id);
      if (idsBySurvivor !== undefined) addToIndex(idsBySurvivor, record.mergedInto, id);
    }
    everything = undefined;
    unknownCount = undefined;
    if (ids.size > PATCHED_RECORDS_MAX) listsByKind.clear();
    for (const [kind, list] of listsByKind) listsByKind.set(kind, patchList(kind, list, ids));
    version.value = version.peek() + 1;
  }

  function patchList(kind: string, list: readonly CaseRecord[], ids: ReadonlySet<string>): readonly CaseRecord[] {
    const patched = list.filter(({ record }) => !ids.has(record.id));
    let isSame = patched.length === list.length;
    for (const id of ids) {
      const one = findCase(id);
      if (one === undefined || one.record.kind !== kind || !isListed(one.record)) continue;
      patched.splice(findPlace(patched, one), 0, one);
      isSame = false;
    }
    return isSame ? list : patched;
  }
}

const isListed = ({ removed, mergedInto }: RecordEnvelope): boolean => !removed && mergedInto === undefined;

const newestFirst = ({ record: one }: CaseRecord, { record: other }: CaseRecord): number => {
  if (one.updatedAt !== other.updatedAt) return one.updatedAt > other.updatedAt ? -1 : 1;
  return one.id > other.id ? -1 : 1;
};

/** The index at which `one` belongs in a sorted list. */
function findPlace(list: readonly CaseRecord[], one: CaseRecord): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = list[middle];
    if (there !== undefined && newestFirst(there, one) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function addToIndex(index: Map<string, Set<string>>, key: string | undefined, id: string): void {
  if (key === undefined) return;
  const ids = index.get(key);
  if (ids === undefined) index.set(key, new Set([id]));
  else ids.add(id);
}
