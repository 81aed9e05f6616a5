import { z } from 'zod';
import { PIECES_MAX } from '../domain/file-pieces.ts';
import { Instant, MunicipalityId, ShortText } from '../domain/primitives.ts';
import { Base64url } from './base64url.ts';
import { StreamId } from './push.ts';
import { ProtocolVersion } from './version.ts';

/**
 * The waiting rows of a vault that nobody unlocks: `POST /mailbox` with the device's own token, which opens nothing else but
 * sign-in. The server opens them through escrow and decides them as the vault's owner, exactly as if they had been pushed: on the same
 * stream, under the same numbers, so that a later push of the unlocked vault gets the same verdicts. A revoked device may still
 * bring its rows; they are held until a coordinator says yes.
 */

/** Sealed rows weigh about a kilobyte; as many as a push carries. */
export const MAILBOX_ROWS_MAX = 500;

export const MailboxRow = z.strictObject({
  /** Place in the stream; rows go up in this order. */
  seq: z.int().min(1),
  changeId: z.uuid(),
  /** Base64url of the outbox row's ciphertext (vault/seal.ts). */
  sealed: Base64url.max(1_000_000),
});
export type MailboxRow = z.infer<typeof MailboxRow>;

export const MailboxRequest = z.strictObject({
  protocol: ProtocolVersion,
  vaultId: z.uuid(),
  stream: StreamId,
  rows: z.array(MailboxRow).min(1).max(MAILBOX_ROWS_MAX),
});
export type MailboxRequest = z.infer<typeof MailboxRequest>;

/**
 * What became of each row: `taken` by the rules as a push would have been (its verdict, also a refusal, is told to the unlocked
 * vault); `held` for a coordinator's yes; `unreadable`: it did not open, and stays the device's.
 */
export const MailedRow = z.strictObject({ changeId: z.uuid(), became: z.enum(['taken', 'held', 'unreadable']) });
export type MailedRow = z.infer<typeof MailedRow>;
/** Rows behind a hole, in the numbers or made by an unreadable row, are not in the answer: they wait for what is missing. */
export const MailboxResponse = z.strictObject({ rows: z.array(MailedRow) });
export type MailboxResponse = z.infer<typeof MailboxResponse>;

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

/**
 * The same rows as a file, for a device that no network reaches: saved, handed on, and carried in by anyone who is signed in
 * (`POST /rescue`). What is plain in it names staff, never a person served. Applied once however often it comes; because the file
 * may be all there is, rows behind a hole or on a stream that does not fit are held for a coordinator.
 */
export const RESCUE_FILE_VERSION = 1;
export const RESCUE_ROWS_MAX = 10_000;

export const RescueFile = z.strictObject({
  taccuino: z.literal('rescue'),
  version: z.literal(RESCUE_FILE_VERSION),
  municipality: MunicipalityId,
  deviceId: z.uuid(),
  deviceLabel: ShortText,
  savedAt: Instant,
  vaultId: z.uuid(),
  stream: StreamId,
  rows: z.array(MailboxRow).min(1).max(RESCUE_ROWS_MAX),
});
export type RescueFile = z.infer<typeof RescueFile>;

export const RescueRequest = z.strictObject({ protocol: ProtocolVersion, file: RescueFile });
export type RescueRequest = z.infer<typeof RescueRequest>;

export const RescueResponse = z.strictObject({ taken: z.int(), held: z.int(), unreadable: z.int() });
export type RescueResponse = z.infer<typeof RescueResponse>;
