import { z } from 'zod';
import { Instant, ShortText } from '../domain/primitives.ts';

/** Devices of the municipality: `GET /devices` and `POST /devices/:id/revoke`, for coordinators. */
export const DeviceSummary = z.strictObject({
  id: z.uuid(),
  label: ShortText,
  enrolledAt: Instant,
  lastSeenAt: Instant.optional(),
  revokedAt: Instant.optional(),
});
export type DeviceSummary = z.infer<typeof DeviceSummary>;

export const DevicesResponse = z.strictObject({ devices: z.array(DeviceSummary) });
export type DevicesResponse = z.infer<typeof DevicesResponse>;
