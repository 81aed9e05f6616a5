import { z } from 'zod';
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
