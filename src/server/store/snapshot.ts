import { MUNICIPALITIES } from '../../domain/lists/municipalities.ts';
import { MunicipalityId } from '../../domain/primitives.ts';
import { OPERATOR_ACTOR } from './in-municipality.ts';
import type { Pool, Transaction } from './open-pool.ts';

/**
 * Everything the database holds at one moment, while it goes on being written: one REPEATABLE READ transaction, in which the
 * municipality is set in turn, because row-level security shows the owner too only one at a time. Rows come by a cursor and not by COPY:
 * each is one line of JSON, which later versions of the tables can still be filled from.
 */
export type Snapshot = {
  readonly migrations: readonly { readonly name: string; readonly hash: string }[];
  readonly municipalities: readonly MunicipalityId[];
  /** In an order in which they can be filled again. */
  readonly tables: readonly string[];
  /** Lines of JSON, a batch at a time, in the order of the primary key. */
  readonly readRows: (municipality: MunicipalityId, table: string) => AsyncIterable<readonly string[]>;
  readonly readHead: (municipality: MunicipalityId) => Promise<{ readonly seq: number; readonly hash: string }>;
};

/** Sessions are renewed, and who waits after wrong passwords need not wait for ever. */
const NOT_KEPT: readonly string[] = ['sessions', 'attempts'];
const CURSOR_ROWS = 1_000;
/** A piece of a file is half a megabyte of JSON. */
const CURSOR_PIECES = 8;

/** For the owner's pool. Undefined when there are no tables yet. */
export async function inSnapshot<T>(pool: Pool, work: (snapshot: Snapshot) => Promise<T>): Promise<T | undefined> {
  const known = await findTables(pool);
  if (known.length === 0) return undefined;
  const result = await pool.begin('isolation level repeatable read read only', async (sql) => {
    // Before the snapshot, which begins with the first SELECT: no table changes its shape or is replaced while it is read.
    const names = known.map(({ name }) => name);
    await sql`LOCK TABLE ${sql(names)}, migrations.done IN ACCESS SHARE MODE`;
    await sql`SELECT set_config('TimeZone', 'UTC', true)`;
    const tables = await findTables(sql);
    const municipalities: MunicipalityId[] = [];
    for (const { id } of MUNICIPALITIES) {
      const municipality = MunicipalityId.parse(id);
      await lookAt(sql, municipality);
      const [row] = await sql`SELECT 1 FROM municipalities WHERE municipality = ${municipality}`;
      if (row !== undefined) municipalities.push(municipality);
    }
    return {
      value: await work({
        municipalities,
        migrations: await sql<{ name: string; hash: string }[]>`SELECT name, hash FROM migrations.done ORDER BY name`,
        tables: tables.map(({ name }) => name).filter((name) => !NOT_KEPT.includes(name)),
        readRows: (municipality, table) => readRows(sql, municipality, table, tables),
        async readHead(municipality) {
          await lookAt(sql, municipality);
          const [head] = await sql<{ seq: number; hash: string }[]>`
            SELECT audit_seq AS seq, audit_hash AS hash FROM heads WHERE municipality = ${municipality}`;
          if (head === undefined) throw new Error(`${municipality} has no head`);
          return head;
        },
      }),
    };
  });
  return result.value;
}

const lookAt = (sql: Transaction, municipality: MunicipalityId) =>
  sql`SELECT set_config('taccuino.municipality', ${municipality}, true), set_config('taccuino.actor', ${OPERATOR_ACTOR}, true)`;

async function* readRows(
  sql: Transaction,
  municipality: MunicipalityId,
  table: string,
  tables: readonly OwnTable[],
): AsyncGenerator<readonly string[]> {
  await lookAt(sql, municipality);
  const key = tables.find(({ name }) => name === table)?.key ?? [];
  const rows = sql<{ line: string }[]>`
    SELECT row_to_json(t)::text AS line FROM ${sql(table)} t WHERE municipality = ${municipality} ORDER BY ${sql(key)}`;
  const batchRows = table === 'file_pieces' ? CURSOR_PIECES : CURSOR_ROWS;
  for await (const batch of rows.cursor(batchRows)) yield batch.map(({ line }) => line);
}

export type OwnTable = { readonly name: string; readonly key: readonly string[] };

/** Our tables, those that others point to first; whatever else lives in the database is not ours to read or to drop. */
export async function findTables(sql: Pool | Transaction): Promise<readonly OwnTable[]> {
  const found = await sql<{ name: string; key: string[]; leans_on: string[] }[]>`
    SELECT c.relname AS name,
      ARRAY(SELECT a.attname::text FROM pg_index i, unnest(i.indkey) WITH ORDINALITY AS k (attnum, place)
            JOIN pg_attribute a ON a.attnum = k.attnum
            WHERE i.indrelid = c.oid AND i.indisprimary AND a.attrelid = c.oid ORDER BY k.place) AS key,
      ARRAY(SELECT DISTINCT r.relname::text FROM pg_constraint f JOIN pg_class r ON r.oid = f.confrelid
            WHERE f.conrelid = c.oid AND f.contype = 'f' AND r.oid <> c.oid) AS leans_on
    FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relrowsecurity
      AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'own_municipality')
    ORDER BY c.relname`;
  const sorted: OwnTable[] = [];
  const isPlaced = (name: string) => sorted.some((table) => table.name === name);
  for (let left = [...found]; left.length > 0; left = left.filter(({ name }) => !isPlaced(name))) {
    const free = left.filter(({ leans_on }) => leans_on.every(isPlaced));
    if (free.length === 0) throw new Error('tables point to each other in a ring');
    sorted.push(...free.map(({ name, key }) => ({ name, key })));
  }
  return sorted;
}
