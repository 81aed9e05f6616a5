import type { GuestActor } from '../domain/actor.ts';
import { assert } from '../domain/assert.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { forget } from '../vault/bytes.ts';
import { createDataKey } from '../vault/data-key.ts';
import { sealEscrowSlot } from '../vault/escrow-slot.ts';
import { DEVICE_ROW_ID, type Enrolment, GUEST_DATABASE_NAME, openDatabase } from './database.ts';
import type { DevicePorts } from './device-ports.ts';
import { beginEpoch } from './kept-changes.ts';
import { type RemoveRefusal, removeVault, wipeDevice } from './leave-device.ts';
import type { StorageTrouble } from './open-vault.ts';
import { sealSessionToken } from './sealed-meta.ts';
import { attempt } from './storage-trouble.ts';
import type { UnlockedVault } from './unlock-vault.ts';
import { openVaultWithKey } from './vault-doors.ts';
import { accountColumns, addVault, type UnlockRefusal } from './vault-rows.ts';

/**
 * A volunteer's own phone at one event: one vault in a database of its own, beside whatever else this browser holds, with the same outbox
 * and the same sync as any other.
 *
 * Nobody types a password, so the key that seals the vault lies beside it: a CryptoKey that no script can read the bytes of, stored by the
 * browser. Whoever has the unlocked phone can open it. That is bearable here and nowhere else, because no person's record ever comes to
 * this vault: a guest reads one event and their own counts (`domain/guest-scope.ts`), and of a card only its random code. Sealing still
 * keeps what is counted from whoever looks at a copied file.
 */
export type GuestPhone = {
  readonly enrolment: Enrolment | undefined;
  /** The vault of whoever came in earlier; undefined when nobody has, or all has left. */
  readonly open: () => Promise<Result<UnlockedVault | undefined, UnlockRefusal>>;
  readonly comeIn: (guest: NewGuest) => Promise<Result<UnlockedVault, UnlockRefusal>>;
  /**
   * The server knows this phone's session no more, as when it was restored from a backup older than the phone's coming in, and the code has
   * let it in again: all that the phone holds, also what the server had taken since its last backup, waits again as what the new guest
   * counted, in one transaction. The server knows by their ids which changes it has. Locks the vault in every tab: it is to be opened anew.
   */
  readonly comeInAnew: (unlocked: UnlockedVault, guest: NewGuest) => Promise<Result<void, UnlockRefusal>>;
  /** Nothing of the event stays. Refused while something is on this phone only. */
  readonly leave: () => Promise<Result<void, RemoveRefusal>>;
};

export type NewGuest = { readonly enrolment: Enrolment; readonly actor: GuestActor; readonly sessionToken: string };

const guestName = ({ id }: GuestActor): string => `guest/${id}`;
const noProgress = () => undefined;

export async function openGuestPhone(ports: DevicePorts): Promise<Result<GuestPhone, StorageTrouble>> {
  const opened = await openDatabase(ports, GUEST_DATABASE_NAME);
  if (!opened.ok) return opened;
  const db = opened.value;
  const place = { ports, db };
  const read = await attempt(() => db.device.get(DEVICE_ROW_ID));
  if (!read.ok) return read;

  return ok({
    enrolment: read.value,
    async open() {
      const found = await attempt(() => db.vaults.toCollection().first());
      if (!found.ok) return found;
      const row = found.value;
      if (row?.guestKey === undefined) return ok(undefined);
      const unlocked = await openVaultWithKey(place, row.vaultId, row.guestKey, noProgress);
      if (!unlocked.ok || unlocked.value.store.sessionToken() !== undefined) return unlocked;
      // The browser died while the phone came in: nothing was counted, and the code is simply scanned again. A token that does not open any
      // more looks the same; what such a phone has counted waits for the code, see `comeInAnew`.
      const kept = await attempt(() => db.kept.where({ vaultId: row.vaultId }).count());
      if (!kept.ok || kept.value > 0) return kept.ok ? unlocked : kept;
      const removed = await removeVault(place, row.vaultId, 'empty');
      if (!removed.ok) return removed.error.type === 'VaultHasUnsent' ? unlocked : err(removed.error);
      await unlocked.value.lock();
      return ok(undefined);
    },
    async comeIn({ enrolment, actor, sessionToken }) {
      const vaultId = ports.newId();
      const { key, raw } = await createDataKey();
      const slots = { escrow: await sealEscrowSlot(raw, enrolment.escrow, vaultId) };
      forget(raw);
      const event = actor.event && { event: actor.event };
      const columns = accountColumns(actor, guestName(actor));
      const kept = await attempt(() => db.device.put({ ...enrolment, id: DEVICE_ROW_ID }));
      if (!kept.ok) return kept;
      const added = await addVault(place, { vaultId, ...columns, slots, guestKey: key, ...event });
      if (!added.ok) return added;
      const unlocked = await openVaultWithKey(place, vaultId, key, noProgress);
      if (!unlocked.ok) return unlocked;
      const saved = await unlocked.value.store.saveSessionToken(sessionToken);
      return saved.ok ? unlocked : saved;
    },
    async comeInAnew({ vault, lock }, { enrolment, actor, sessionToken }) {
      const { vaultId } = vault;
      const found = await attempt(() => db.vaults.get(vaultId));
      if (!found.ok) return found;
      const key = found.value?.guestKey;
      if (key === undefined) return err({ type: 'VaultUnknown' });
      const token = await sealSessionToken(key, vaultId, sessionToken);
      const unreadableIds = new Set(
        vault.unreadable.flatMap(({ table, rowId }) => (table === 'outbox' ? [rowId] : [])),
      );
      const { device, vaults, streams, outbox, kept, meta } = db;
      const written = await attempt(() =>
        db.transaction('rw', [device, vaults, streams, outbox, kept, meta], async () => {
          const stream = await streams.get(vaultId);
          assert(stream !== undefined, 'every vault has its bookkeeping', vaultId);
          await device.put({ ...enrolment, id: DEVICE_ROW_ID });
          const columns = accountColumns(actor, guestName(actor));
          await vaults.update(vaultId, { ...columns, registeredKeyId: undefined, registeredEpoch: undefined });
          await meta.put(token);
          await beginEpoch(db, ports, stream, { epoch: undefined, unreadableIds });
        }),
      );
      if (!written.ok) return written;
      await lock();
      return ok(undefined);
    },
    async leave() {
      // A volunteer attaches nothing: there are no files to lose.
      const wiped = await wipeDevice(place);
      return wiped.ok ? ok(undefined) : wiped;
    },
  });
}
