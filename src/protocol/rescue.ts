import { z } from 'zod';
import { Instant, MunicipalityId, ShortText } from '../domain/primitives.ts';
import { MailboxRow } from './mailbox.ts';
import { StreamId } from './push.ts';
import { ProtocolVersion } from './version.ts';

/**
 * The rows of a mailbox as a file, for a device that no network reaches: saved, handed on, and carried in by anyone who is signed in
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
