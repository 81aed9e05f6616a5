import { canonicalJson } from '../domain/canonical-json.ts';
import type { RecordEnvelope } from '../domain/record.ts';
import type { Result } from '../domain/result.ts';
import { countKept } from './enter-epoch.ts';
import { keepTaken } from './kept-changes.ts';
import type { OutboxItem, StorageTrouble } from './open-vault.ts';
import { sealOutboxContent } from './outbox-rows.ts';
import { sealSegments } from './segments.ts';
import { type Settling, sealSettled, toSettled } from './settled-changes.ts';
import { addSegments } from './store-page.ts';
import type { StandingRow } from './sync-store.ts';
import type { VaultSession } from './vault-session.ts';

/**
 * The server said what became of refused changes. In one transaction what was settled leaves the outbox, with a word for the person where somebody
 * else settled it, the records as they are now are stored, and a row that is still refused gets the reason as it is now. A row that the
 * person dealt with meanwhile, here or in another tab, stays as they left it.
 */
export async function applyStandings(
  session: VaultSession,
  standings: readonly StandingRow[],
  records: readonly RecordEnvelope[],
): Promise<Result<void, StorageTrouble>> {
  const { db, vaultId, memory, ports, settled } = session;
  const segments = await sealSegments({ key: session.key, newId: ports.newId }, records);
  return session.write(async () => {
    const standingById = new Map(standings.map((standing) => [standing.changeId, standing]));
    const told = memory.items.peek().flatMap((item) => {
      const standing = item.state === 'attention' ? standingById.get(item.change.id) : undefined;
      return standing === undefined ? [] : [{ item, standing }];
    });
    const leaving = told.filter(({ standing }) => hasLeft(standing));
    const news = await Promise.all(told.flatMap(makeNews));
    const reworded = await Promise.all(told.flatMap(reword));
    const done = await db.transaction('rw', [db.streams, db.segments, db.outbox, db.kept, db.meta], async () => {
      const keys = told.map(({ item }): [string, string] => [vaultId, item.change.id]);
      const here = (await db.outbox.bulkGet(keys)).flatMap((row) => (row?.state === 'attention' ? [row] : []));
      const isHere = (changeId: string) => here.some((row) => row.changeId === changeId);
      const goneIds = leaving.map(({ item }) => item.change.id).filter(isHere);
      const words = reworded.filter(({ item }) => isHere(item.change.id));
      if (goneIds.length + words.length === 0) return undefined;
      const rows = goneIds.length === 0 ? [] : await addSegments(session, segments);
      const acceptedIds = goneIds.filter((id) => standingById.get(id)?.standing === 'accepted');
      await keepTaken(db, { vaultId, streamId: NO_STREAM }, acceptedIds, ports.now());
      await db.outbox.bulkDelete(goneIds.map((id): [string, string] => [vaultId, id]));
      await db.outbox.bulkPut(
        here.flatMap((row) =>
          words.filter(({ item }) => item.change.id === row.changeId).map(({ sealed }) => ({ ...row, sealed })),
        ),
      );
      const said = news.filter(({ what }) => isHere(what.change.id));
      await db.meta.bulkPut(said.map(({ row }) => row));
      const stream = (await db.streams.get(vaultId)) ?? session.stream.row;
      return { rows, goneIds: new Set<string>(goneIds), words, said, stream };
    });
    if (done === undefined) return;
    session.stream.row = done.stream;
    const changed = done.rows.flatMap((row, index) => memory.confirmed.take(row, segments[index]?.records ?? []));
    const wordedById = new Map(done.words.map(({ item }) => [item.change.id, item]));
    const left = memory.items.peek().filter(({ change }) => !done.goneIds.has(change.id));
    memory.update(
      left.map((item) => wordedById.get(item.change.id) ?? item),
      changed,
    );
    if (done.said.length > 0) settled.value = [...settled.peek(), ...done.said.map(({ what }) => what)];
    await countKept(session);
    session.announce('outbox', 'segments', 'meta');
  });

  function makeNews({ item, standing }: Told) {
    if (!isNews(standing)) return [];
    const what = toSettled(item, standing, ports.now());
    return [sealSettled(session, what).then((row) => ({ row, what }))];
  }

  function reword({ item, standing }: Told): Promise<{ item: OutboxItem; sealed: Uint8Array }>[] {
    if (standing.standing !== 'refused') return [];
    const { refusal, note = item.note } = standing;
    if (note === item.note && canonicalJson(refusal) === canonicalJson(item.refusal ?? null)) return [];
    const { change, hash, savedAt } = item;
    const next = { ...item, refusal, ...(note !== undefined && { note }) };
    const sealing = sealOutboxContent(session.key, { change, hash, savedAt, refusal, note });
    return [sealing.then((sealed) => ({ item: next, sealed }))];
  }
}

type Told = { readonly item: OutboxItem; readonly standing: StandingRow };

const hasLeft = ({ standing }: StandingRow): boolean => standing !== 'refused' && standing !== 'held';

/** What the person let go themselves is no news to them. */
const isNews = (standing: StandingRow): standing is Settling => hasLeft(standing) && standing.standing !== 'discarded';

/**
 * What a coordinator said yes to was decided on a stream of the server's own: no receipt ever says that it lies in a backup, so it is kept for the
 * whole time.
 */
const NO_STREAM = '';
