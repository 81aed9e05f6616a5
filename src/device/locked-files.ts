import type { Result } from '../domain/result.ts';
import { bytesToBase64url } from '../vault/base64url.ts';
import type { DeviceDatabase, FileRow } from './database.ts';
import type { StorageTrouble } from './open-vault.ts';
import { attempt } from './storage-trouble.ts';

/**
 * Files of a vault that nobody unlocks, for when it may not stay on this device: sealed as they lie here, no key is needed. What the server
 * has counts as kept and may leave; what it will never have counts as failed.
 */
export type LockedFiles = {
  /** What waits, the oldest first. */
  readonly waiting: (vaultId: string) => Promise<Result<readonly SealedFile[], StorageTrouble>>;
  /** Undefined when it is not there. */
  readonly piece: (
    vaultId: string,
    fileId: string,
    place: number,
  ) => Promise<Result<string | undefined, StorageTrouble>>;
  readonly noteSent: (vaultId: string, fileId: string) => Promise<Result<void, StorageTrouble>>;
  readonly noteFailed: (
    vaultId: string,
    fileId: string,
    failure: NonNullable<FileRow['failure']>,
  ) => Promise<Result<void, StorageTrouble>>;
};

/** Base64url of the file's row, and the places of its pieces. */
export type SealedFile = { readonly fileId: string; readonly file: string; readonly places: readonly number[] };

export function createLockedFiles({ files, pieces, streams }: DeviceDatabase): LockedFiles {
  return {
    waiting: (vaultId) =>
      attempt(async () => {
        const rows = (await files.where('vaultId').equals(vaultId).toArray()).filter(
          ({ state }) => state === 'waiting',
        );
        const oldestFirst = rows.sort((one, other) => (one.savedAt < other.savedAt ? -1 : 1));
        return Promise.all(
          oldestFirst.map(async ({ fileId, sealed }) => {
            const keys = await pieces
              .where('[vaultId+fileId+place]')
              .between([vaultId, fileId, 0], [vaultId, fileId, Number.MAX_SAFE_INTEGER])
              .primaryKeys();
            return { fileId, file: bytesToBase64url(sealed), places: keys.map(([, , place]) => place) };
          }),
        );
      }),
    piece: (vaultId, fileId, place) =>
      attempt(async () => {
        const row = await pieces.get([vaultId, fileId, place]);
        return row && bytesToBase64url(row.sealed);
      }),
    noteSent: (vaultId, fileId) =>
      patch(vaultId, fileId, async () => ({
        state: 'kept',
        failure: undefined,
        sentEpoch: (await streams.get(vaultId))?.epoch ?? '',
      })),
    noteFailed: (vaultId, fileId, failure) => patch(vaultId, fileId, async () => ({ state: 'failed', failure })),
  };

  async function patch(vaultId: string, fileId: string, change: () => Promise<Partial<FileRow>>) {
    return attempt(async () => {
      await files.update([vaultId, fileId], await change());
    });
  }
}
