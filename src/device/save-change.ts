import type { Change } from '../domain/change.ts';
import type { RecordEnvelope } from '../domain/record.ts';
import type { Refusal } from '../domain/refusal.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { NewChange, OutboxItem, StorageTrouble } from './open-vault.ts';
import { promiseChange } from './promise-change.ts';
import type { VaultSession } from './vault-session.ts';
import { type Beside, parseChange, stamp, writeItems } from './write-items.ts';

/**
 * How one change gets into the outbox, or takes the place of a refused one; several in one save: `save-changes.ts`. Each is one strict
 * transaction; nothing is promised before it completed, and nothing changes in memory when it did not.
 */
type SaveResult = Result<Change, Refusal | StorageTrouble>;

export async function saveChange(session: VaultSession, change: NewChange): Promise<SaveResult> {
  const saved = await saveInPlaceOf(session, stamp(session, change), () => []);
  if (saved.ok) session.undoable.add(saved.value.id);
  return saved;
}

/** With rows of other tables in the same transaction. It cannot be undone by a tap: what is beside it would stay. */
export const saveChangeBeside = (session: VaultSession, change: NewChange, beside: Beside): Promise<SaveResult> =>
  saveInPlaceOf(session, stamp(session, change), () => [], beside);

/** Replaces every refused change of the record. */
export const mendChange = (session: VaultSession, recordId: string, change: NewChange): Promise<SaveResult> =>
  saveInPlaceOf(session, stamp(session, change), () =>
    refusedItems(session).filter((item) => item.change.recordId === recordId),
  );

/** The same change under a new id, as the server never decides on an id twice. */
export async function retryChange(session: VaultSession, changeId: string): Promise<SaveResult> {
  const item = refusedItems(session).find(({ change }) => change.id === changeId);
  // Another tab was faster: what it did holds.
  if (item === undefined) return err({ type: 'RecordUnknown' });
  return saveInPlaceOf(session, { ...item.change, id: session.ports.newId() }, () => [item]);
}

/** The refused change leaves; that it was there and was discarded goes to the audit. */
export async function discardChange(session: VaultSession, changeId: string): Promise<Result<void, StorageTrouble>> {
  const written = await session.write(async () => {
    const item = refusedItems(session).find(({ change }) => change.id === changeId);
    if (item === undefined) return;
    const { recordId, kind, id } = item.change;
    // Without a promise: whatever the server says to the note, the person's decision holds on this device.
    await writeItems(session, [stamp(session, { type: 'discard', recordId, kind, discarded: id })], [item]);
  });
  return written.ok ? ok(undefined) : written;
}

const refusedItems = ({ memory }: VaultSession): readonly OutboxItem[] =>
  memory.items.peek().filter(({ state }) => state === 'attention');

async function saveInPlaceOf(
  session: VaultSession,
  unparsed: Change,
  findReplaced: () => readonly OutboxItem[],
  beside?: Beside,
): Promise<SaveResult> {
  const written = await session.write(async (): Promise<Result<Change, Refusal>> => {
    const parsed = parseChange(unparsed);
    if (!parsed.ok) return parsed;
    const change = parsed.value;
    const replaced = findReplaced();
    const { officeDate } = session.ports;
    const record = findBase(session, change.recordId, replaced);
    const applied = promiseChange({ actor: session.actor, officeDate }, session.memory.view, record, change);
    if (!applied.ok) return applied;
    return (await writeItems(session, [change], replaced, beside)) ? ok(change) : err({ type: 'RecordUnknown' });
  });
  return written.ok ? written.value : written;
}

const findBase = (
  { memory }: VaultSession,
  recordId: string,
  replaced: readonly OutboxItem[],
): RecordEnvelope | undefined =>
  replaced.length === 0
    ? memory.view.find(recordId)
    : memory.findWithout(recordId, new Set(replaced.map(({ change }) => change.id)));
