import type { CaseRecord, OpenVault } from '../device/open-vault.ts';
import type { RecordEnvelope } from '../domain/record.ts';
import { createPeopleIndex, type PeopleIndex } from '../domain/search-people.ts';

/**
 * The search index over everybody in the open vault, built when first asked for and mended when people change. It lives as long as
 * the vault object does: a lock lets go of both.
 */
type Kept = { readonly index: PeopleIndex; readonly recordsById: Map<string, RecordEnvelope> };
const keptByVault = new WeakMap<OpenVault, Kept>();

export function peopleIndexOf(vault: OpenVault): PeopleIndex {
  const kept = keptByVault.get(vault) ?? { index: createPeopleIndex(), recordsById: new Map() };
  keptByVault.set(vault, kept);
  bringUpToDate(kept, vault.caseload.ofKind('beneficiary'));
  return kept.index;
}

/** A changed record is another object, so that comparing 10,000 of them costs less than a keystroke notices. */
function bringUpToDate({ index, recordsById }: Kept, people: readonly CaseRecord[]): void {
  for (const { record } of people) {
    if (recordsById.get(record.id) === record) continue;
    recordsById.set(record.id, record);
    index.put(record.id, record.fields);
  }
  if (recordsById.size === people.length) return;
  const present: ReadonlySet<string> = new Set(people.map(({ record }) => record.id));
  for (const id of recordsById.keys()) {
    if (present.has(id)) continue;
    recordsById.delete(id);
    index.remove(id);
  }
}
