import type { Actor } from '../domain/actor.ts';
import { err, type Result } from '../domain/result.ts';
import type { VaultKey } from '../vault/aes-gcm.ts';
import { forget } from '../vault/bytes.ts';
import { createDataKey, type DataKey } from '../vault/data-key.ts';
import { type EscrowPublicKey, sealEscrowSlot } from '../vault/escrow-slot.ts';
import { rootToSlotKey } from '../vault/password-root.ts';
import { openPasswordSlot, sealPasswordSlot } from '../vault/slots.ts';
import type { DeviceDatabase, OutboxRow, StreamRow, VaultRow } from './database.ts';
import type { DevicePorts } from './device-ports.ts';
import type { StorageTrouble } from './open-vault.ts';
import { openOutboxRow } from './outbox-rows.ts';
import { attempt } from './storage-trouble.ts';

/** Vaults as rows: made, renamed, given another password, taken away. What is inside stays sealed all the while. */
export type VaultPlace = { readonly ports: DevicePorts; readonly db: DeviceDatabase };

/**
 * Why a vault did not open. SlotDamaged: the password is right, the slot on the disk is not; the municipality can still open it.
 * PasswordStale: the server has refused this vault's password since; its owner signs in with the new one.
 */
export type UnlockRefusal =
  | { readonly type: 'WrongPassword' }
  | { readonly type: 'PasswordStale' }
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
  const vaultId = ports.newId();
  const { raw } = await createDataKey();
  const slots = {
    password: await sealPasswordSlot(raw, await rootToSlotKey(root, vaultId), vaultId),
    escrow: await sealEscrowSlot(raw, escrow, vaultId),
  };
  forget(raw);
  return addVault({ db, ports }, { vaultId, ...accountColumns(actor, username), slots });
}

type VaultToAdd = Omit<VaultRow, 'createdAt' | 'lastUnlockedAt'>;

/** Gives its id. */
export const addVault = ({ db, ports }: VaultPlace, vault: VaultToAdd): Promise<Result<string, StorageTrouble>> =>
  attempt(() =>
    db.transaction('rw', db.vaults, db.streams, async () => {
      await db.vaults.add({ ...vault, createdAt: ports.now(), lastUnlockedAt: undefined });
      await db.streams.add(firstStream(vault.vaultId, ports));
      return vault.vaultId;
    }),
  );

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

export const accountColumns = (actor: Actor, username: string) => ({
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
  const slots = found.value?.slots;
  if (slots?.password === undefined) return err({ type: 'VaultUnknown' });
  const opened = await openPasswordSlot(slots.password, await rootToSlotKey(oldRoot, vaultId), vaultId);
  if (!opened.ok) return opened;
  const { raw } = opened.value;
  const password = await sealPasswordSlot(raw, await rootToSlotKey(newRoot, vaultId), vaultId);
  forget(raw);
  return attempt(async () => {
    await db.vaults.update(vaultId, { slots: { ...slots, password }, isPasswordStale: undefined });
  });
}

/**
 * The owner has signed in with a password that the vault does not know, and got its data key back from the municipality: the new
 * password's slot takes the place of the old one, in one write. A key that opens nothing of what is here is not this vault's.
 */
export async function replacePassword(
  { db }: VaultPlace,
  vaultId: string,
  { raw, key }: DataKey,
  root: Uint8Array,
): Promise<Result<void, UnlockRefusal>> {
  const found = await attempt(() => readProof(db, vaultId));
  if (!found.ok) return found;
  if (found.value === undefined) return err({ type: 'VaultUnknown' });
  const { slots, rows } = found.value;
  if (rows.length > 0 && !(await opensSome(key, rows))) return err({ type: 'SlotDamaged' });
  const password = await sealPasswordSlot(raw, await rootToSlotKey(root, vaultId), vaultId);
  return attempt(async () => {
    await db.vaults.update(vaultId, { slots: { ...slots, password }, isPasswordStale: undefined });
  });
}

/** More rows than this need not be tried: a vault of which so many do not open has another key. */
const PROOF_ROWS_MAX = 20;

async function readProof(db: DeviceDatabase, vaultId: string) {
  const vault = await db.vaults.get(vaultId);
  const rows = await db.outbox.where({ vaultId }).limit(PROOF_ROWS_MAX).toArray();
  return vault && { slots: vault.slots, rows };
}

async function opensSome(key: VaultKey, rows: readonly OutboxRow[]): Promise<boolean> {
  for (const row of rows) if ((await openOutboxRow(key, row)).ok) return true;
  return false;
}

/** The municipality's key was rotated: the vault is sealed to the new one as well, and makes itself known with that. Forgets `raw`. */
export async function renewEscrowSlot(
  { db }: VaultPlace,
  vaultId: string,
  raw: Uint8Array,
  escrow: EscrowPublicKey,
): Promise<Result<void, StorageTrouble>> {
  const slot = await sealEscrowSlot(raw, escrow, vaultId);
  forget(raw);
  return attempt(() =>
    db.transaction('rw', db.vaults, async () => {
      const row = await db.vaults.get(vaultId);
      if (row === undefined) return;
      await db.vaults.put({ ...row, slots: { ...row.slots, escrow: slot }, registeredEpoch: undefined });
    }),
  );
}
