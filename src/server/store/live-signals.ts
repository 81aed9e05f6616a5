import { z } from 'zod';
import { MunicipalityId } from '../../domain/primitives.ts';
import type { Pool } from './open-pool.ts';

/** What server processes tell each other, through PostgreSQL. Carries ids only. */
export const LiveSignal = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('advanced'), municipality: MunicipalityId }),
  z.strictObject({ what: z.literal('device-revoked'), municipality: MunicipalityId, id: z.uuid() }),
  z.strictObject({ what: z.literal('session-ended'), municipality: MunicipalityId, id: z.uuid() }),
]);
export type LiveSignal = z.infer<typeof LiveSignal>;

const CHANNEL = 'taccuino_live';

/**
 * Not part of the pushing transaction: PostgreSQL lets transactions with a NOTIFY commit only one after the other, in all
 * municipalities together. A signal lost to a crash costs nothing but a few seconds, because devices also pull on a timer.
 */
export async function sendSignals(pool: Pool, signals: readonly LiveSignal[]): Promise<void> {
  const payloads = signals.map((signal) => JSON.stringify(signal));
  await pool.begin(async (sql) => {
    await sql`SET LOCAL synchronous_commit = off`;
    await sql`SELECT pg_notify(${CHANNEL}, payload) FROM unnest(${payloads}::text[]) AS payload`;
  });
}

/** `onConnected` is called each time the connection is made (again): signals may have been missed before. */
export async function listenToSignals(
  pool: Pool,
  onSignal: (signal: LiveSignal) => void,
  onConnected: () => void,
): Promise<{ stop(): Promise<void> }> {
  const listening = await pool.listen(
    CHANNEL,
    (payload) => onSignal(LiveSignal.parse(JSON.parse(payload))),
    onConnected,
  );
  return { stop: () => listening.unlisten() };
}
