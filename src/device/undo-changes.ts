import { advanceStream, type VaultSession } from './vault-session.ts';

/** Takes the newest change back while nobody else has seen it, and gives its place in the stream free again. */
export const undoChange = (session: VaultSession, changeId: string): Promise<boolean> =>
  undoChanges(session, [changeId]);

/** Takes back what was saved together, all of it or nothing: only while it is the newest and none of it was given to the network. */
export async function undoChanges(session: VaultSession, changeIds: readonly string[]): Promise<boolean> {
  const { db, vaultId, memory, stream, undoable } = session;
  const ids: ReadonlySet<string> = new Set(changeIds);
  const keys = [...ids].map((id): [string, string] => [vaultId, id]);
  const written = await session.write(async () => {
    if (keys.length === 0 || ![...ids].every((id) => undoable.has(id))) return false;
    const advanced = await db.transaction('rw', db.streams, db.outbox, async () => {
      const rows = await db.outbox.bulkGet(keys);
      const { nextSeq, handedSeq } = (await db.streams.get(vaultId)) ?? stream.row;
      const firstSeq = nextSeq - keys.length;
      // Numbers are given once, so that as many rows as there are numbers from the first to the newest are just these.
      for (const row of rows) {
        if (row?.state !== 'waiting' || row.seq < firstSeq || row.seq <= handedSeq) return undefined;
      }
      await db.outbox.bulkDelete(keys);
      return advanceStream(session, (now) => ({ ...now, nextSeq: firstSeq }));
    });
    for (const id of ids) undoable.delete(id);
    if (advanced === undefined) return false;
    stream.row = advanced;
    memory.update(
      memory.items.peek().filter(({ change }) => !ids.has(change.id)),
      [],
    );
    session.announce('outbox');
    return true;
  });
  return written.ok && written.value;
}
