import { signal } from '@preact/signals-core';
import type { JsonValue } from '../domain/json-value.ts';
import { ok, type Result } from '../domain/result.ts';
import type { VaultKey } from '../vault/aes-gcm.ts';
import { bytesToBase64url } from '../vault/base64url.ts';
import { boundBytes } from '../vault/bytes.ts';
import { openJson, sealJson } from '../vault/seal.ts';
import type { DraftRow } from './database.ts';
import type { Drafts, StorageTrouble, UnreadablePart } from './open-vault.ts';
import type { VaultSession } from './vault-session.ts';

/**
 * Half-filled forms. A keystroke is in memory at once and on the disk within DRAFT_SAVE_MS, however fast somebody types; where the disk is
 * full it stays in memory, `trouble` says so, and the next keystroke tries again.
 */
const DRAFT_SAVE_MS = 500;
const DRAFT_SCHEMA_VERSION = 1;

const sealContext = (rowId: string) => ({ table: 'drafts', rowId, schemaVersion: DRAFT_SCHEMA_VERSION });

/** One row a key in every tab, and nothing of the key on the disk: it may name a record. */
async function keyToRowId(vaultId: string, key: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', boundBytes('taccuino/draft-row/v1', vaultId, key));
  return bytesToBase64url(new Uint8Array(digest));
}

type DraftContent = { readonly key: string; readonly value: JsonValue };

export type OpenDrafts = Drafts & {
  /** What another tab wrote, except where this tab has newer text. */
  readonly reload: () => Promise<void>;
  /** Forgets every text; what is to be kept is flushed before. */
  readonly stop: () => void;
};

export function createDrafts(session: VaultSession, opened: ReadonlyMap<string, JsonValue>): OpenDrafts {
  const { db, key: vaultKey, vaultId, ports } = session;
  let valuesByKey = new Map(opened);
  /** Keys whose newest value is not on the disk yet; without a value, the row is to be deleted. */
  const unsaved = new Set<string>();
  const trouble = signal<StorageTrouble | undefined>(undefined);
  let cancelSave: (() => void) | undefined;

  return {
    find: (key) => valuesByKey.get(key),
    keys: () => [...valuesByKey.keys()],
    trouble,
    save(key, value) {
      valuesByKey.set(key, value);
      unsaved.add(key);
      // Not pushed back by the next keystroke: who never pauses would never be saved.
      cancelSave ??= ports.after(DRAFT_SAVE_MS, () => void flush());
    },
    async discard(key) {
      valuesByKey.delete(key);
      unsaved.add(key);
      await flush();
    },
    flush,
    async reload() {
      const read = await session.write(() => db.drafts.where('vaultId').equals(vaultId).toArray());
      if (!read.ok) return;
      const onDisk = await openDrafts(vaultKey, read.value, () => undefined);
      const mine = [...unsaved].flatMap((key): [string, JsonValue][] => {
        const value = valuesByKey.get(key);
        return value === undefined ? [] : [[key, value]];
      });
      valuesByKey = new Map([...[...onDisk].filter(([key]) => !unsaved.has(key)), ...mine]);
    },
    stop() {
      cancelSave?.();
      valuesByKey.clear();
    },
  };

  async function flush(): Promise<Result<void, StorageTrouble>> {
    cancelSave?.();
    cancelSave = undefined;
    const keys = [...unsaved];
    if (keys.length === 0) return ok(undefined);
    unsaved.clear();
    const written = await session.write(async () => {
      const rows: DraftRow[] = [];
      const deleted: [string, string][] = [];
      for (const key of keys) {
        const rowId = await keyToRowId(vaultId, key);
        const value = valuesByKey.get(key);
        if (value === undefined) deleted.push([vaultId, rowId]);
        else rows.push({ vaultId, rowId, sealed: await sealJson(vaultKey, sealContext(rowId), { key, value }) });
      }
      await db.transaction('rw', db.drafts, async () => {
        await db.drafts.bulkPut(rows);
        await db.drafts.bulkDelete(deleted);
      });
      session.announce('drafts');
    });
    if (!written.ok) for (const key of keys) unsaved.add(key);
    trouble.value = written.ok ? undefined : written.error;
    return written;
  }
}

export async function openDrafts(
  key: VaultKey,
  rows: readonly DraftRow[],
  onUnreadable: (part: UnreadablePart) => void,
): Promise<Map<string, JsonValue>> {
  const values = new Map<string, JsonValue>();
  for (const { rowId, sealed } of rows) {
    const opened = await openJson(key, sealContext(rowId), sealed);
    if (opened.ok) {
      const draft = opened.value as DraftContent;
      values.set(draft.key, draft.value);
    } else onUnreadable({ table: 'drafts', rowId, reason: opened.error.type });
  }
  return values;
}
