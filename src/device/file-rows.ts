import { countPieces, PIECE_BYTES } from '../domain/file-pieces.ts';
import type { FileType } from '../domain/file-type.ts';
import type { VaultKey } from '../vault/aes-gcm.ts';
import { concatBytes } from '../vault/bytes.ts';
import { fileContext, pieceContext } from '../vault/file-context.ts';
import { hashBytes } from '../vault/hash-bytes.ts';
import { open, openJson, seal, sealJson } from '../vault/seal.ts';
import type { FileRow, PieceRow } from './database.ts';

/**
 * A file on the disk of a device: one row that says what it is, and one for each piece, each sealed by itself, so that a piece goes up
 * without the others being opened. The hash is sealed too: whoever has a photo could look whether it is here.
 */
export type FileContent = { readonly sha256: string; readonly fileType: FileType; readonly bytes: number };

export type SealedFile = {
  readonly content: FileContent;
  readonly file: Pick<FileRow, 'vaultId' | 'fileId' | 'sealed'>;
  readonly pieces: readonly PieceRow[];
};

export async function sealFile(
  { key, vaultId, fileId }: { readonly key: VaultKey; readonly vaultId: string; readonly fileId: string },
  bytes: Uint8Array,
  fileType: FileType,
): Promise<SealedFile> {
  const content: FileContent = { sha256: await hashBytes(bytes), fileType, bytes: bytes.length };
  const sealed = await sealJson(key, fileContext(fileId), content);
  const pieces: PieceRow[] = [];
  for (let place = 0; place < countPieces(bytes.length); place += 1) {
    const piece = bytes.subarray(place * PIECE_BYTES, (place + 1) * PIECE_BYTES);
    pieces.push({ vaultId, fileId, place, sealed: await seal(key, pieceContext(fileId, place), piece) });
  }
  return { content, file: { vaultId, fileId, sealed }, pieces };
}

/** Undefined when it does not open. */
export async function openFileRow(key: VaultKey, { fileId, sealed }: FileRow): Promise<FileContent | undefined> {
  const opened = await openJson(key, fileContext(fileId), sealed);
  // Only this device's own code can have sealed it.
  return opened.ok ? (opened.value as FileContent) : undefined;
}

/** Undefined when it is not there, or does not open. */
export async function openPiece(key: VaultKey, row: PieceRow | undefined): Promise<Uint8Array | undefined> {
  if (row === undefined) return undefined;
  const opened = await open(key, pieceContext(row.fileId, row.place), row.sealed, PIECE_BYTES);
  return opened.ok ? opened.value : undefined;
}

/** The whole of it, in the order of its pieces; undefined when one is missing, or when they are not what it is called by. */
export async function openWhole(
  key: VaultKey,
  { sha256, bytes }: FileContent,
  rows: readonly (PieceRow | undefined)[],
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const pieces: Uint8Array[] = [];
  for (const row of rows) {
    const piece = await openPiece(key, row);
    if (piece === undefined) return undefined;
    pieces.push(piece);
  }
  const whole = concatBytes(...pieces);
  return whole.length === bytes && (await hashBytes(whole)) === sha256 ? whole : undefined;
}
