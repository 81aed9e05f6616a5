import { countPieces } from '../domain/file-pieces.ts';
import { ok, type Result } from '../domain/result.ts';
import type { SyncFailure } from './failure.ts';
import type { FileServerPort } from './file-server-port.ts';

/** All pieces of a file, one after the other. Whether they are what it is called by, whoever keeps them looks. */
export async function fetchFile(
  server: Pick<FileServerPort, 'get'>,
  { sha256, bytes }: { readonly sha256: string; readonly bytes: number },
  onPiece: (done: number, total: number) => void,
): Promise<Result<Uint8Array<ArrayBuffer>, SyncFailure>> {
  const total = countPieces(bytes);
  const whole = new Uint8Array(bytes);
  let offset = 0;
  for (let place = 0; place < total; place += 1) {
    onPiece(place, total);
    const piece = await server.get(sha256, place);
    if (!piece.ok) return piece;
    // Longer than its record says: not this file.
    if (offset + piece.value.length > bytes) return { ok: false, error: { type: 'NotOurServer', status: 200 } };
    whole.set(piece.value, offset);
    offset += piece.value.length;
  }
  onPiece(total, total);
  return ok(whole);
}
