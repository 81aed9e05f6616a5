import { z } from 'zod';
import { Instant } from '../domain/primitives.ts';
import { Epoch, StreamId } from './push.ts';
import { Sha256Hex } from './sha256-hex.ts';

/** What the server holds of one stream: `GET /receipt?stream=…`. "Safe" is shown only when this equals what the device knows. */

export const ReceiptQuery = z.strictObject({ protocol: z.coerce.number().int(), stream: StreamId });
export type ReceiptQuery = z.infer<typeof ReceiptQuery>;

export const ReceiptResponse = z.strictObject({
  epoch: Epoch,
  stream: StreamId,
  /** Last sequence number held; 0 when the stream is unknown. */
  mark: z.int().min(0),
  /** How many changes of the stream are held. */
  count: z.int().min(0),
  /** Head of the stream's hash chain. */
  chain: Sha256Hex,
  /**
   * Last sequence number of the stream that lies in a backup of the server too; absent while there has never been one, and in answers to
   * version 1. What is above it a device still keeps, sealed, for the day the server is restored.
   */
  backedUpMark: z.int().min(0).optional(),
  /** The server's clock. */
  at: Instant,
});
export type ReceiptResponse = z.infer<typeof ReceiptResponse>;
