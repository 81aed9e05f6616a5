import { z } from 'zod';
import { PIECES_MAX } from '../domain/file-pieces.ts';
import { Base64url } from './base64url.ts';
import { ProtocolVersion } from './version.ts';

/**
 * A piece of a file that a device must hand over before it is cleared, though nobody unlocks it: `POST /mailbox/files`, after the rows.
 * File and piece are sealed as they lie on the device; what the file is called by is inside. The answer is what the server holds of it then.
 */
export const MailedPiece = z.strictObject({
  protocol: ProtocolVersion,
  vaultId: z.uuid(),
  fileId: z.uuid(),
  /** Base64url of the ciphertext of the file's row, which says hash, type and length. */
  file: Base64url.max(10_000),
  place: z
    .int()
    .min(0)
    .max(PIECES_MAX - 1),
  /** Base64url of the ciphertext of the piece, 256 KiB at most and what sealing adds. */
  piece: Base64url.max(400_000),
});
export type MailedPiece = z.infer<typeof MailedPiece>;
