import { z } from 'zod';
import { countPieces, PIECE_BYTES, pieceLength } from '../../domain/file-pieces.ts';
import { FILE_BYTES_MAX, FileType } from '../../domain/file-type.ts';
import type { MailedPiece } from '../../protocol/mailed-piece.ts';
import { Sha256Hex } from '../../protocol/sha256-hex.ts';
import type { VaultKey } from '../../vault/aes-gcm.ts';
import { base64urlToBytes } from '../../vault/base64url.ts';
import { fileContext, pieceContext } from '../../vault/file-context.ts';
import { open } from '../../vault/seal.ts';
import { parseJson } from '../http/read-body.ts';

/** What the device seals (`device/file-rows.ts`). */
const FileContent = z.strictObject({
  sha256: Sha256Hex,
  fileType: FileType,
  bytes: z.int().min(1).max(FILE_BYTES_MAX),
});
export type OpenedPiece = z.infer<typeof FileContent> & { readonly place: number; readonly data: Uint8Array };

/** The row of a file is a line of JSON. */
const FILE_ROW_BYTES_MAX = 4 * 1024;

/** Undefined when one of the two does not open, or when the piece is not as long as its place says. */
export async function openMailedPiece(
  key: VaultKey,
  { fileId, file, place, piece }: MailedPiece,
): Promise<OpenedPiece | undefined> {
  const row = await openBytes(file, (sealed) => open(key, fileContext(fileId), sealed, FILE_ROW_BYTES_MAX));
  const json = row && parseJson(row);
  const content = json?.ok ? FileContent.safeParse(json.value) : undefined;
  if (content?.success !== true || place >= countPieces(content.data.bytes)) return undefined;
  const data = await openBytes(piece, (sealed) => open(key, pieceContext(fileId, place), sealed, PIECE_BYTES));
  if (data?.length !== pieceLength(content.data.bytes, place)) return undefined;
  return { ...content.data, place, data };
}

async function openBytes(
  text: string,
  open: (sealed: Uint8Array) => ReturnType<typeof import('../../vault/seal.ts').open>,
): Promise<Uint8Array | undefined> {
  const sealed = base64urlToBytes(text);
  const opened = sealed && (await open(sealed));
  return opened?.ok ? opened.value : undefined;
}
