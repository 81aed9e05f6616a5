import type { Actor } from '../domain/actor.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { forget } from '../vault/bytes.ts';
import { createDataKey } from '../vault/data-key.ts';
import { type EscrowPublicKey, sealEscrowSlot } from '../vault/escrow-slot.ts';
import { rootToSlotKey } from '../vault/password-root.ts';
import { openPasswordSlot, sealPasswordSlot } from '../vault/slots.ts';
import type { DeviceDatabase, StreamRow, VaultRow } from './database.ts';
import type { DevicePorts } from './device-ports.ts';
import type { StorageTrouble } from './open-vault.ts';
import { attempt } from './storage-trouble.ts';

/** Vaults as rows: made, renamed, given another password, taken away. What is inside stays sealed all the while. */
export type VaultPlace = { readonly ports: DevicePorts; readonly db: DeviceDatabase };

/** Why a vault did not open. SlotDamaged: the password is right, the slot on the disk is not; the municipality can still open it. */
export type UnlockRefusal =
  | { readonly type: 'WrongPassword' }
  | { readonly type: 'SlotDamaged' }
  | { readonly type: 'VaultUnknown' }
  | StorageTrouble;

export type NewVault = {
  readonly actor: Actor;
  readonly username: string;
  /** Of the password with which the person has just signed in; see vault/password-root.ts. */
  readonly root: Uint8Array;
  readonly escrow: EscrowPublicKey;
};

export async function createVault(
  { db, ports }: VaultPlace,
  { actor, username, root, escrow }: NewVault,
): Promise<Result<string, StorageTrouble>> {
  const vaultId: string = ports.newId();
  const { raw } = await createDataKey();
  const slots = {
    password: await sealPasswordSlot(raw, await rootToSlotKey(root, vaultId), vaultId),
    escrow: await sealEscrowSlot(raw, escrow, vaultId),
  };
  forget(raw);
  const row: VaultRow = {
    vaultId,
    ...accountColumns(actor, username),
    slots,
    createdAt: ports.now(),
    lastUnlockedAt: undefined,
  };
  return attempt(() =>
    db.transaction('rw', db.vaults, db.streams, async () => {
      await db.vaults.add(row);
      await db.streams.add(firstStream(vaultId, ports));
      return vaultId;
    }),
  );
}

const firstStream = (vaultId: string, { newId, hashing }: DevicePorts): StreamRow => ({
  vaultId,
  streamId: newId(),
  nextSeq: 1,
  mark: 0,
  handedSeq: 0,
  count: 0,
  chain: hashing.chainStart,
  epoch: undefined,
  cursor: undefined,
  generation: 0,
  nextOrder: 1,
  lastContactAt: undefined,
});

export type AccountToKeep = { readonly actor: Actor; readonly username: string };

export const keepAccount = (
  { db }: VaultPlace,
  vaultId: string,
  { actor, username }: AccountToKeep,
): Promise<Result<void, StorageTrouble>> =>
  attempt(async () => {
    await db.vaults.update(vaultId, accountColumns(actor, username));
  });

const accountColumns = (actor: Actor, username: string) => ({
  accountId: actor.id,
  username,
  displayName: actor.name,
  initials: nameToInitials(actor.name),
  role: actor.role,
  municipality: actor.municipality,
});

/** First and last word: `Maria Grazia Conti` → `MC`. */
function nameToInitials(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase('it') ?? '').join('');
}

export async function changePassword(
  { db }: VaultPlace,
  vaultId: string,
  oldRoot: Uint8Array,
  newRoot: Uint8Array,
): Promise<Result<void, UnlockRefusal>> {
  const found = await attempt(() => db.vaults.get(vaultId));
  if (!found.ok) return found;
  if (found.value === undefined) return err({ type: 'VaultUnknown' });
  const { slots } = found.value;
  const opened = await openPasswordSlot(slots.password, await rootToSlotKey(oldRoot, vaultId), vaultId);
  if (!opened.ok) return opened;
  const { raw } = opened.value;
  const password = await sealPasswordSlot(raw, await rootToSlotKey(newRoot, vaultId), vaultId);
  forget(raw);
  return attempt(async () => {
    await db.vaults.update(vaultId, { slots: { ...slots, password } });
  });
}

export async function removeVault(
  { db }: VaultPlace,
  vaultId: string,
  unsent: 'keep' | 'lose',
): Promise<Result<void, StorageTrouble | { readonly type: 'VaultHasUnsent' }>> {
  const tables = [db.vaults, db.streams, db.segments, db.outbox, db.drafts, db.meta];
  const removed = await attempt(() =>
    db.transaction('rw', tables, async () => {
      const ofVault = { vaultId };
      if (unsent === 'keep' && (await db.outbox.where(ofVault).count()) > 0) return false;
      await Promise.all([
        db.vaults.delete(vaultId),
        db.streams.delete(vaultId),
        db.segments.where(ofVault).delete(),
        db.outbox.where(ofVault).delete(),
        db.drafts.where(ofVault).delete(),
        db.meta.where(ofVault).delete(),
      ]);
      return true;
    }),
  );
  if (!removed.ok) return removed;
  return removed.value ? ok(undefined) : err({ type: 'VaultHasUnsent' });
}
