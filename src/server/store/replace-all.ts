import { randomUUID } from 'node:crypto';
import type { MunicipalityId } from '../../domain/primitives.ts';
import { err, type Result } from '../../domain/result.ts';
import { writeAudit } from './audit-log.ts';
import { grantAppRole } from './grants.ts';
import { OPERATOR_ACTOR, sqlState } from './in-municipality.ts';
import { lockMigrations, readMigrations, runMissing } from './migrate.ts';
import type { Pool, Transaction } from './open-pool.ts';
import { findTables } from './snapshot.ts';

export type Replacement = {
  /** How many migrations had been done where the rows come from; the others are done when they are in. */
  readonly migrationsDone: number;
  readonly municipalities: readonly MunicipalityId[];
  /** The user that servers sign in as. */
  readonly appRole: string;
  readonly at: string;
  /** For the audit: when the rows were backed up. */
  readonly madeAt: string;
};

/** Fills a table from rows as `row_to_json` wrote them. */
export type InsertRows = (table: string, rows: readonly string[]) => Promise<void>;

/** Whoever works on the tables now has this long to finish. */
const LOCK_WAIT_MS = 10_000;
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Puts other rows in the place of everything, in one transaction: the tables are dropped, made anew as they were where the rows come from,
 * filled, and brought to this version. What `fill` refuses leaves everything as it was. A server that is started meanwhile waits; one that
 * serves is a reason to refuse, because people would see their work go. For the owner's pool.
 */
export async function replaceAll<T>(
  pool: Pool,
  replacement: Replacement,
  fill: (insert: InsertRows) => Promise<Result<T, string>>,
): Promise<Result<T, string>> {
  const undone: { refusal?: Result<T, string> } = {};
  try {
    return await pool
      .begin(async (sql) => {
        const filled = await replaceWithin(sql, replacement, fill);
        if (filled.ok) return { value: filled };
        undone.refusal = filled;
        throw ROLLBACK;
      })
      .then(({ value }) => value);
  } catch (error) {
    if (undone.refusal !== undefined) return undone.refusal;
    if (sqlState(error) === LOCK_NOT_AVAILABLE) {
      return err('Something else works with this database now, perhaps a backup: let it finish and try again.');
    }
    throw error;
  }
}

/** postgres.js rolls back what throws; the refusal itself is data. */
const ROLLBACK = new Error('rolled back');

async function replaceWithin<T>(
  sql: Transaction,
  replacement: Replacement,
  fill: (insert: InsertRows) => Promise<Result<T, string>>,
): Promise<Result<T, string>> {
  await sql`SELECT set_config('lock_timeout', ${`${LOCK_WAIT_MS}`}, true), set_config('TimeZone', 'UTC', true)`;
  await lockMigrations(sql);
  if (await isServed(sql, replacement.appRole)) return err('A server works with this database: stop it first.');
  const files = await readMigrations();
  await dropAll(sql);
  await runMissing(sql, files.slice(0, replacement.migrationsDone));
  const tables = (await findTables(sql)).map(({ name }) => name);
  // The second wall holds the owner too; seen by nobody else, it is down until everything is in.
  for (const table of tables) await sql`ALTER TABLE ${sql(table)} NO FORCE ROW LEVEL SECURITY`;
  const filled = await fill(async (table, rows) => {
    if (!tables.includes(table)) throw new Error(`no such table: ${table}`);
    await sql`
      INSERT INTO ${sql(table)}
      SELECT * FROM json_populate_recordset(NULL::${sql(table)}, ${`[${rows.join(',')}]`}::text::json)`;
  });
  if (!filled.ok) return filled;
  for (const table of tables) await sql`ALTER TABLE ${sql(table)} FORCE ROW LEVEL SECURITY`;
  await runMissing(sql, files);
  await grantAppRole(sql, replacement.appRole);
  for (const municipality of replacement.municipalities) await beginEpoch(sql, municipality, replacement);
  return filled;
}

async function isServed(sql: Transaction, appRole: string): Promise<boolean> {
  const others = await sql`
    SELECT 1 FROM pg_stat_activity
    WHERE datname = current_database() AND usename = ${appRole} AND pid <> pg_backend_pid() LIMIT 1`;
  return others.length > 0;
}

/** A type or a function that a migration makes would have to be dropped here too. */
async function dropAll(sql: Transaction): Promise<void> {
  const tables = (await findTables(sql)).map(({ name }) => name);
  if (tables.length > 0) await sql`DROP TABLE ${sql(tables)}`;
  await sql`DROP TABLE IF EXISTS migrations.done`;
}

/**
 * Added to the counter of versions: more than were ever given out after the backup. A version that a device has seen in the former epoch is
 * then never taken for one of this epoch, so no edit passes over a value that its author cannot have seen.
 */
const VERSIONS_SKIPPED = 1_000_000_000;

async function beginEpoch(
  sql: Transaction,
  municipality: MunicipalityId,
  { at, madeAt }: Pick<Replacement, 'at' | 'madeAt'>,
): Promise<void> {
  const scope = { municipality, actor: OPERATOR_ACTOR };
  await sql`SELECT set_config('taccuino.municipality', ${municipality}, true), set_config('taccuino.actor', ${OPERATOR_ACTOR}, true)`;
  await sql`UPDATE municipalities SET epoch = ${randomUUID()} WHERE municipality = ${municipality}`;
  await sql`UPDATE heads SET version = version + ${VERSIONS_SKIPPED} WHERE municipality = ${municipality}`;
  await sql`UPDATE streams SET backed_up_mark = mark WHERE municipality = ${municipality}`;
  await writeAudit(sql, scope, at, { action: 'restored', detail: { madeAt } });
}
