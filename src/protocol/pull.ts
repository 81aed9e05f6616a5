import { z } from 'zod';
import { RecordEnvelope } from '../domain/record.ts';
import { Epoch } from './push.ts';

/** Records come down: `GET /pull?protocol=1&cursor=…&limit=…`, in order of the municipality's counter, removals included. */

/** A page is one sealed segment on the device. */
export const PULL_RECORDS_MAX = 1_000;

export const PullQuery = z.strictObject({
  protocol: z.coerce.number().int(),
  /** Opaque and authenticated; absent on the first pull. */
  cursor: z.string().max(400).optional(),
  /** Records that the page may hold, for a network on which a full one does not get through in time; absent: as many as a page may. */
  limit: z.coerce.number().int().min(1).max(PULL_RECORDS_MAX).optional(),
});
export type PullQuery = z.infer<typeof PullQuery>;

export const PullResponse = z.strictObject({
  epoch: Epoch,
  records: z.array(RecordEnvelope).max(PULL_RECORDS_MAX),
  cursor: z.string().max(400),
  /** How many records are still to come after this page; 0 when the device is up to date. */
  remaining: z.int().min(0),
});
export type PullResponse = z.infer<typeof PullResponse>;
