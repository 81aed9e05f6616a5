import { type Actor, Author } from '../../domain/actor.ts';
import type { RecordEnvelope } from '../../domain/record.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { writeAudit } from './audit-log.ts';
import { inMunicipality } from './in-municipality.ts';
import type { Pool } from './open-pool.ts';
import { bodyToRecord } from './push-store.ts';
import type { HowClosed } from './settle-attention.ts';

/** An item of the coordinators' list, as far as its author is told of it. */
export type StandingItem = {
  readonly changeId: string;
  readonly why: 'refused' | 'held';
  readonly refusal: Refusal | undefined;
  readonly note: string | undefined;
  /** Undefined while it is open. `author`: another change of theirs on the same record was taken, which says nothing of this one. */
  readonly closedHow: HowClosed | 'author' | 'discarded' | undefined;
  readonly closedBy: Author | undefined;
  readonly recordId: string | undefined;
};

export type Standings = { readonly items: readonly StandingItem[]; readonly records: readonly RecordEnvelope[] };

/** Of the actor's own changes only. That records were given out with them is written down. */
export function readStandings(
  pool: Pool,
  actor: Actor,
  { changeIds, at }: { readonly changeIds: readonly string[]; readonly at: string },
): Promise<Standings> {
  const { municipality } = actor;
  const scope = { municipality, actor: actor.id };
  return inMunicipality(pool, scope, async (sql) => {
    const rows = await sql<ItemRow[]>`
      SELECT t.change, t.why, t.refusal, t.note, t.closed_how, t.closed_by, c.name AS closed_by_name, t.record
      FROM attention t LEFT JOIN accounts c ON c.municipality = t.municipality AND c.id = t.closed_by
      WHERE t.municipality = ${municipality} AND t.account = ${actor.id} AND t.change = ANY(${changeIds}::uuid[])
      ORDER BY array_position(${changeIds}::uuid[], t.change)`;
    const items = rows.map(rowToItem);
    const recordIds = items.flatMap((item) => (isTaken(item) && item.recordId !== undefined ? [item.recordId] : []));
    if (recordIds.length === 0) return { items, records: [] };
    const records = await sql<{ body: string }[]>`
      SELECT body FROM records WHERE municipality = ${municipality} AND id = ANY(${recordIds}::uuid[]) ORDER BY id`;
    await writeAudit(sql, scope, at, {
      action: 'standing-read',
      detail: { changes: items.map(({ changeId }) => changeId) },
    });
    return { items, records: records.map(bodyToRecord) };
  });
}

/** Whether the record says by now what the change was about. */
const isTaken = ({ closedHow }: StandingItem): boolean =>
  closedHow === 'decided' || closedHow === 'applied' || closedHow === 'mended';

type ItemRow = {
  change: string;
  why: 'refused' | 'held';
  refusal: string | null;
  note: string | null;
  closed_how: StandingItem['closedHow'] | null;
  closed_by: string | null;
  closed_by_name: string | null;
  record: string | null;
};

const rowToItem = ({ change, why, refusal, note, ...row }: ItemRow): StandingItem => ({
  changeId: change,
  why,
  refusal: refusal === null ? undefined : JSON.parse(refusal),
  note: note ?? undefined,
  closedHow: row.closed_how ?? undefined,
  closedBy: row.closed_by === null ? undefined : Author.parse({ id: row.closed_by, name: row.closed_by_name }),
  recordId: row.record ?? undefined,
});
