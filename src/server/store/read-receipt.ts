import { CHAIN_START } from '../../protocol/change-hash.ts';
import type { StreamId } from '../../protocol/push.ts';
import { inMunicipality, type Scope } from './in-municipality.ts';
import type { Pool } from './open-pool.ts';

export type HeldStream = {
  readonly mark: number;
  readonly count: number;
  readonly chain: string;
  /** Absent while no backup has been made. */
  readonly backedUpMark: number | undefined;
  readonly isForeign: boolean;
};

/** What is held of a stream; nothing yet, when it is unknown. */
export function readReceipt(
  pool: Pool,
  scope: Scope,
  { stream, deviceId }: { stream: StreamId; deviceId: string },
): Promise<HeldStream> {
  return inMunicipality(pool, scope, async (sql) => {
    const [row] = await sql<(Omit<HeldStream, 'backedUpMark'> & { backed_up: number | null })[]>`
      SELECT mark, count, chain, backed_up_mark AS backed_up, account <> ${scope.actor} OR device <> ${deviceId} AS "isForeign"
      FROM streams WHERE municipality = ${scope.municipality} AND stream = ${stream}`;
    if (row === undefined) return { mark: 0, count: 0, chain: CHAIN_START, backedUpMark: undefined, isForeign: false };
    const { backed_up, ...held } = row;
    return { ...held, backedUpMark: backed_up ?? undefined };
  });
}
