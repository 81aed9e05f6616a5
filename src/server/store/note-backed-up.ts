import type { MunicipalityId } from '../../domain/primitives.ts';
import { inMunicipality, OPERATOR_ACTOR } from './in-municipality.ts';
import type { Pool } from './open-pool.ts';

export type BackedUpMark = { readonly stream: string; readonly mark: number };

/**
 * These streams lie in a finished backup up to these marks; a receipt then lets devices forget what they kept. Not of another epoch: a
 * server that was restored meanwhile may hold less than the backup.
 */
export function noteBackedUp(
  pool: Pool,
  { municipality, epoch }: { readonly municipality: MunicipalityId; readonly epoch: string },
  marks: readonly BackedUpMark[],
): Promise<void> {
  return inMunicipality(pool, { municipality, actor: OPERATOR_ACTOR }, async (sql) => {
    // In one order for everybody, as a push locks its stream too.
    await sql`
      WITH marked AS (
        SELECT s.stream, u.mark FROM streams s
        JOIN unnest(${marks.map(({ stream }) => stream)}::uuid[], ${marks.map(({ mark }) => mark)}::bigint[]) AS u (stream, mark) ON u.stream = s.stream
        WHERE s.municipality = ${municipality}
          AND EXISTS (SELECT FROM municipalities m WHERE m.municipality = ${municipality} AND m.epoch = ${epoch})
        ORDER BY s.stream FOR NO KEY UPDATE OF s)
      UPDATE streams SET backed_up_mark = greatest(streams.backed_up_mark, marked.mark) FROM marked
      WHERE streams.municipality = ${municipality} AND streams.stream = marked.stream`;
  });
}
