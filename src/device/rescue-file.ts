import { err, ok, type Result } from '../domain/result.ts';
import { DEVICE_ROW_ID, type DeviceDatabase, type Enrolment } from './database.ts';
import type { DevicePorts } from './device-ports.ts';
import { markHanded, type SealedRow, toSealedRow } from './handed-rows.ts';
import type { StorageTrouble } from './open-vault.ts';
import { findPlacedRows } from './outbox-places.ts';
import { attempt } from './storage-trouble.ts';

/**
 * The waiting rows of a vault as a file that only the municipality opens, for a device that no network reaches. Made without a key, so
 * the lock screen can do it. What is plain in it names the device and its numbers, no person served. `protocol` has the same
 * shape, and a test holds both together.
 */
export type RescueContent = {
  readonly taccuino: 'rescue';
  readonly version: 1;
  readonly municipality: string;
  readonly deviceId: string;
  readonly deviceLabel: string;
  readonly savedAt: string;
  readonly vaultId: string;
  readonly stream: string;
  readonly rows: readonly SealedRow[];
};

/** As many as the server takes from one file; the oldest come first, and what is left over is in the next one. */
const RESCUE_ROWS_MAX = 10_000;

export type RescueRefusal =
  | StorageTrouble
  /** Everything of this vault is on the server, or could not be opened there either. */
  | { readonly type: 'NothingWaits' }
  /** The server has never heard of this vault: it could not open the file. */
  | { readonly type: 'VaultUnregistered' };

/** From now on these rows count as handed over: what another device may carry in cannot be undone here. */
export async function createRescueFile(
  { ports, db }: { ports: DevicePorts; db: DeviceDatabase },
  vaultId: string,
): Promise<Result<RescueContent, RescueRefusal>> {
  const made = await attempt(() =>
    db.transaction('rw', db.device, db.vaults, db.streams, db.outbox, async () => {
      const device = await db.device.get(DEVICE_ROW_ID);
      const vault = await db.vaults.get(vaultId);
      const stream = await db.streams.get(vaultId);
      if (device === undefined || vault?.registeredKeyId === undefined || stream === undefined) return 'unregistered';
      const rows = (await findPlacedRows(db, vaultId)).slice(0, RESCUE_ROWS_MAX);
      if (rows.length === 0) return 'nothing';
      await markHanded(db, stream, rows);
      return { device, municipality: vault.municipality, stream: stream.streamId, rows };
    }),
  );
  if (!made.ok) return made;
  if (made.value === 'unregistered') return err({ type: 'VaultUnregistered' });
  if (made.value === 'nothing') return err({ type: 'NothingWaits' });
  const { device, municipality, stream, rows } = made.value;
  return ok({
    taccuino: 'rescue',
    version: 1,
    municipality,
    ...deviceColumns(device),
    savedAt: ports.now(),
    vaultId,
    stream,
    rows: rows.map(toSealedRow),
  });
}

const deviceColumns = ({ deviceId, label }: Enrolment) => ({ deviceId, deviceLabel: label });
