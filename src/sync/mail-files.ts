import type { LockedFiles, SealedFile } from '../device/locked-files.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';
import type { SyncFailure } from './failure.ts';
import type { MailServerPort } from './mail-server-port.ts';
import { storageFailure } from './mail-vault.ts';

/**
 * Hands over the files of a vault that may not stay on this device, after its rows: sealed, piece by piece, the pieces that are there
 * already left out. It ends when none waits any more; a file that the server will never have is noted as failed, and a failure that is
 * not the file's own is given back, so that nothing is removed before the next try.
 */
export type MailFilesPorts = {
  readonly mail: { readonly files: () => Promise<LockedFiles> };
  readonly server: Pick<MailServerPort, 'mailPiece'>;
  readonly isStopped: () => boolean;
};

type Handing = MailFilesPorts & { readonly files: LockedFiles };

/** Whatever makes the pieces wrong, sending them a third time will not mend it. */
const TRIES_MAX = 2;

export async function mailFiles(ports: MailFilesPorts, vaultId: string): Promise<Result<void, SyncFailure>> {
  const files = await ports.mail.files();
  const waiting = await files.waiting(vaultId);
  if (!waiting.ok) return err(storageFailure(waiting.error));
  for (const file of waiting.value) {
    if (ports.isStopped()) return ok(undefined);
    const handed = await handOver({ ...ports, files }, vaultId, file);
    if (!handed.ok) return handed;
  }
  return ok(undefined);
}

async function handOver(ports: Handing, vaultId: string, file: SealedFile): Promise<Result<void, SyncFailure>> {
  const { files, isStopped } = ports;
  for (let tries = 1; tries <= TRIES_MAX; tries += 1) {
    const sent = await sendPieces(ports, vaultId, file);
    if (isStopped()) return ok(undefined);
    if (sent.ok) {
      const noted = sent.value
        ? await files.noteSent(vaultId, file.fileId)
        : await files.noteFailed(vaultId, file.fileId, 'damaged');
      return noted.ok ? noted : err(storageFailure(noted.error));
    }
    const problem = sent.error.type === 'Refused' ? sent.error.problem : undefined;
    if (problem === 'FileBroken') continue;
    if (problem === undefined || !NEVER.includes(problem)) return sent;
    return noteFailed('refused');
  }
  return noteFailed('broken');

  async function noteFailed(failure: 'refused' | 'broken'): Promise<Result<void, SyncFailure>> {
    const noted = await files.noteFailed(vaultId, file.fileId, failure);
    return noted.ok ? noted : err(storageFailure(noted.error));
  }
}

/** No attachment names it, its bytes are none of ours, or the vault is unknown there: asking again changes nothing. */
const NEVER: readonly string[] = ['NotFound', 'VaultUnknown', 'FileTypeRefused', 'BodyInvalid', 'BodyTooLarge'];

/** Whether the server has the whole of it; not when a piece is missing here. */
async function sendPieces(
  { files, server, isStopped }: Handing,
  vaultId: string,
  { fileId, file, places }: SealedFile,
): Promise<Result<boolean, SyncFailure>> {
  let there: ReadonlySet<number> = new Set();
  for (const place of places) {
    if (isStopped()) return ok(false);
    if (there.has(place)) continue;
    const piece = await files.piece(vaultId, fileId, place);
    if (!piece.ok) return err(storageFailure(piece.error));
    if (piece.value === undefined) return ok(false);
    const protocol = PROTOCOL_VERSION;
    const answer = await server.mailPiece({ protocol, vaultId, fileId, file, place, piece: piece.value });
    if (!answer.ok) return answer;
    if (answer.value.isWhole) return ok(true);
    there = new Set(answer.value.places);
  }
  return ok(false);
}
