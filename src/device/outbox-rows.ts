import type { ReadonlySignal } from '@preact/signals-core';
import { Change } from '../domain/change.ts';
import { Refusal } from '../domain/refusal.ts';
import { ok, type Result } from '../domain/result.ts';
import type { VaultKey } from '../vault/aes-gcm.ts';
import { OUTBOX_SCHEMA_VERSION, outboxContext } from '../vault/outbox-context.ts';
import { openJson, schemaVersionOf, sealJson } from '../vault/seal.ts';
import type { OutboxRow } from './database.ts';
import type { OutboxItem, UnreadablePart } from './open-vault.ts';
import { rowsByPlace } from './outbox-places.ts';

/** One change is one row: the whole change sealed, only its place and its state beside it. */
type OutboxContent = Pick<OutboxItem, 'change' | 'hash' | 'savedAt'> & {
  readonly refusal?: Refusal | undefined;
  readonly note?: string | undefined;
};

export function sealOutboxContent(key: VaultKey, content: OutboxContent): Promise<Uint8Array> {
  return sealJson(key, outboxContext(content.change.id), content);
}

export async function openOutboxRow(key: VaultKey, row: OutboxRow): Promise<Result<OutboxItem, UnreadablePart>> {
  const { changeId, seq, sealed } = row;
  const state = row.state === 'attention' ? 'attention' : 'waiting';
  const unreadable = (reason: UnreadablePart['reason']) =>
    ({ ok: false, error: { table: 'outbox', rowId: changeId, reason } }) as const;
  const opened = await openJson(key, outboxContext(changeId), sealed);
  if (!opened.ok) return unreadable(opened.error.type);
  const content = findContent(opened.value, schemaVersionOf(sealed));
  if (content === undefined || content.change.id !== changeId) return unreadable('NotUnderstood');
  const { change, hash, savedAt, refusal, note } = content;
  // A restored server is asked again: what it said in its earlier life is not true any more.
  if (state === 'waiting') return ok({ seq, change, hash, state, refusal: undefined, savedAt });
  return ok({ seq, change, hash, state, refusal, savedAt, ...(note !== undefined && { note }) });
}

/** What this version sealed itself was parsed when it was saved; anything older is parsed as what it should be by now. */
function findContent(value: unknown, schemaVersion: number | undefined): OutboxContent | undefined {
  const content = value as OutboxContent;
  if (schemaVersion === OUTBOX_SCHEMA_VERSION) return content;
  const change = Change.safeParse(content?.change);
  const refusal = Refusal.optional().safeParse(content?.refusal);
  const isPlain = typeof content?.hash === 'string' && typeof content?.savedAt === 'string';
  return change.success && refusal.success && isPlain ? { ...content, change: change.data } : undefined;
}

/** What a session has opened, and could not open, before. */
type OpenedSoFar = {
  readonly key: VaultKey;
  readonly memory: { readonly items: ReadonlySignal<readonly OutboxItem[]> };
  readonly unreadable: UnreadablePart[];
};

/**
 * The rows as items; only those are opened that are not in memory yet, or are in another state. What cannot be opened is told once, and
 * no more once it was set aside, here or in another tab.
 */
export async function openOutboxRows(
  { key, memory, unreadable }: OpenedSoFar,
  all: readonly OutboxRow[],
): Promise<readonly OutboxItem[]> {
  const asideIds = new Set(all.flatMap(({ state, changeId }) => (state === 'aside' ? [changeId] : [])));
  if (asideIds.size > 0)
    unreadable.splice(0, unreadable.length, ...unreadable.filter((one) => !asideIds.has(one.rowId)));
  const rows = all.filter(({ state }) => state !== 'aside');
  const itemsById = new Map(memory.items.peek().map((item) => [item.change.id as string, item]));
  const opened = await Promise.all(
    rows.map(async (row) => {
      const item = itemsById.get(row.changeId);
      return item?.state === row.state ? ok({ ...item, seq: row.seq }) : openOutboxRow(key, row);
    }),
  );
  const toldIds = new Set(unreadable.map(({ rowId }) => rowId));
  for (const one of opened) if (!one.ok && !toldIds.has(one.error.rowId)) unreadable.push(one.error);
  return opened.flatMap((one) => (one.ok ? [one.value] : []));
}

export const byPlace = (one: OutboxItem, other: OutboxItem): number =>
  rowsByPlace(itemToPlace(one), itemToPlace(other));

const itemToPlace = ({ seq, change }: OutboxItem) => ({ seq, changeId: change.id });
