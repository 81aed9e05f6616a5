import { Change } from '../domain/change.ts';
import type { Result } from '../domain/result.ts';
import { openJson, sealJson } from '../vault/seal.ts';
import type { MetaRow } from './database.ts';
import type { OutboxItem, SettledChange, StorageTrouble } from './open-vault.ts';
import type { StandingRow } from './sync-store.ts';
import type { VaultSession } from './vault-session.ts';

/**
 * What others made of this person's refused changes, until the person has seen it: each a sealed row of its own, so that one tab can add while
 * another takes away. Nothing depends on it: the change itself is settled.
 */
const SCHEMA_VERSION = 1;
const NAME_START = 'settled:';
const nameOf = (changeId: string): string => `${NAME_START}${changeId}`;
const sealContext = (rowId: string) => ({ table: 'meta', rowId, schemaVersion: SCHEMA_VERSION });

export type Settling = Exclude<StandingRow, { standing: 'refused' | 'held' | 'discarded' }>;

export const toSettled = (
  { change, savedAt }: OutboxItem,
  { standing: how, by, ...rest }: Settling,
  at: string,
): SettledChange => ({
  change,
  savedAt,
  how,
  at,
  ...(by !== undefined && { by }),
  ...('note' in rest && rest.note !== undefined && { note: rest.note }),
});

export async function sealSettled({ key, vaultId }: VaultSession, settled: SettledChange): Promise<MetaRow> {
  const name = nameOf(settled.change.id);
  return { vaultId, name, sealed: await sealJson(key, sealContext(name), settled) };
}

/** Oldest first. What does not open, or is of a newer version, is passed over: it was only a piece of news. */
export async function openSettled({ key }: VaultSession, rows: readonly MetaRow[]): Promise<readonly SettledChange[]> {
  const found = rows.filter(({ name }) => name.startsWith(NAME_START));
  const opened = await Promise.all(found.map(({ name, sealed }) => openJson(key, sealContext(name), sealed)));
  return opened
    .flatMap((one) => (one.ok ? [one.value as SettledChange] : []))
    .filter(({ change }) => Change.safeParse(change).success)
    .sort((one, other) => (one.at < other.at ? -1 : 1));
}

/** Another tab wrote some, or took some away. */
export async function reloadSettled(session: VaultSession): Promise<void> {
  const { db, vaultId, settled } = session;
  await session.write(async () => {
    const next = await openSettled(session, await db.meta.where({ vaultId }).toArray());
    if (next.length + settled.peek().length > 0) settled.value = next;
  });
}

/** The person has seen it. */
export function forgetSettled(session: VaultSession, changeId: string): Promise<Result<void, StorageTrouble>> {
  const { db, vaultId, settled } = session;
  return session.write(async () => {
    await db.meta.delete([vaultId, nameOf(changeId)]);
    settled.value = settled.peek().filter(({ change }) => change.id !== changeId);
    session.announce('meta');
  });
}
