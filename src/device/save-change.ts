import { Change } from '../domain/change.ts';
import type { RecordEnvelope } from '../domain/record.ts';
import type { Refusal } from '../domain/refusal.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { NewChange, OutboxItem, StorageTrouble } from './open-vault.ts';
import { sealOutboxContent } from './outbox-rows.ts';
import { promiseChange } from './promise-change.ts';
import { advanceStream, type VaultSession } from './vault-session.ts';

/**
 * How changes get into the outbox, and out of it by a person's hand. Each is one strict transaction; nothing is promised before it
 * completed, and nothing changes in memory when it did not.
 */
type SaveResult = Result<Change, Refusal | StorageTrouble>;

export async function saveChange(session: VaultSession, change: NewChange): Promise<SaveResult> {
  const saved = await saveInPlaceOf(session, stamp(session, change), () => []);
  if (saved.ok) session.undoable.add(saved.value.id);
  return saved;
}

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
    await writeItem(session, stamp(session, { type: 'discard', recordId, kind, discarded: id }), [item]);
  });
  return written.ok ? ok(undefined) : written;
}

/** Takes the newest change back while nobody else has seen it, and gives its place in the stream free again. */
export async function undoChange(session: VaultSession, changeId: string): Promise<boolean> {
  const { db, vaultId, memory, stream, undoable } = session;
  const written = await session.write(async () => {
    if (!undoable.has(changeId)) return false;
    const advanced = await db.transaction('rw', db.streams, db.outbox, async () => {
      const row = await db.outbox.get([vaultId, changeId]);
      const { nextSeq, handedSeq } = (await db.streams.get(vaultId)) ?? stream.row;
      if (row?.state !== 'waiting' || row.seq !== nextSeq - 1 || row.seq <= handedSeq) return undefined;
      await db.outbox.delete([vaultId, changeId]);
      return advanceStream(session, (now) => ({ ...now, nextSeq: row.seq }));
    });
    undoable.delete(changeId);
    if (advanced === undefined) return false;
    stream.row = advanced;
    memory.update(
      memory.items.peek().filter(({ change }) => change.id !== changeId),
      [],
    );
    session.announce('outbox');
    return true;
  });
  return written.ok && written.value;
}

const refusedItems = ({ memory }: VaultSession): readonly OutboxItem[] =>
  memory.items.peek().filter(({ state }) => state === 'attention');

const stamp = ({ ports }: VaultSession, change: NewChange): Change => ({
  ...change,
  id: ports.newId(),
  at: ports.now(),
});

async function saveInPlaceOf(
  session: VaultSession,
  unparsed: Change,
  findReplaced: () => readonly OutboxItem[],
): Promise<SaveResult> {
  const written = await session.write(async (): Promise<Result<Change, Refusal>> => {
    // As the server will: what it could not even read would come back as a refusal that nobody can mend.
    const parsed = Change.safeParse(unparsed);
    if (!parsed.success) {
      return err({ type: 'ChangeMalformed', path: (parsed.error.issues[0]?.path.join('.') ?? '').slice(0, 200) });
    }
    const change = parsed.data;
    const replaced = findReplaced();
    const { officeDate } = session.ports;
    const record = findBase(session, change.recordId, replaced);
    const applied = promiseChange({ actor: session.actor, officeDate }, session.memory.view, record, change);
    if (!applied.ok) return applied;
    return (await writeItem(session, change, replaced)) ? ok(change) : err({ type: 'RecordUnknown' });
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

/**
 * The one place where a row enters the outbox: with the next number of the stream, while the rows it replaces leave. False when
 * another tab has taken one of these already: what it did holds.
 */
async function writeItem(session: VaultSession, change: Change, replaced: readonly OutboxItem[]): Promise<boolean> {
  const { db, key, vaultId, memory, ports, status } = session;
  const content = { change, hash: await ports.hashing.hashChange(change), savedAt: ports.now() };
  const sealed = await sealOutboxContent(key, content);
  const replacedIds = new Set<string>(replaced.map(({ change: { id } }) => id));
  const replacedKeys = [...replacedIds].map((id): [string, string] => [vaultId, id]);
  const advanced = await db.transaction('rw', db.streams, db.outbox, async () => {
    const present = await db.outbox.bulkGet(replacedKeys);
    if (present.includes(undefined)) return undefined;
    const row = await advanceStream(session, (now) => ({ ...now, nextSeq: now.nextSeq + 1 }));
    await db.outbox.add({ vaultId, changeId: change.id, seq: row.nextSeq - 1, state: 'waiting', sealed });
    await db.outbox.bulkDelete(replacedKeys);
    return row;
  });
  if (advanced === undefined) return false;
  session.stream.row = advanced;
  const kept = memory.items.peek().filter(({ change: { id } }) => !replacedIds.has(id));
  memory.update([...kept, { ...content, seq: advanced.nextSeq - 1, state: 'waiting', refusal: undefined }], []);
  // Law 5: "safe" was said of what there was before this change.
  if (status.peek().safeAt !== undefined) status.value = { ...status.peek(), safeAt: undefined };
  session.announce('outbox');
  return true;
}
