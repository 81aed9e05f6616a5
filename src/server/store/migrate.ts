import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assert } from '../../domain/assert.ts';
import { grantAppRole } from './grants.ts';
import { openPool, type Transaction } from './open-pool.ts';

/**
 * Brings the database to this version of the code: forward only, each file once, in one transaction under a lock, however many
 * processes start together. A released file is never edited: its hash is checked.
 */
export async function migrate({ ownerUrl, appUrl }: { ownerUrl: string; appUrl: string }): Promise<readonly string[]> {
  const files = await readMigrations();
  const pool = openPool(ownerUrl, 1);
  try {
    return await pool.begin(async (sql) => {
      await lockMigrations(sql);
      const done = await runMissing(sql, files);
      await grantAppRole(sql, roleOfUrl(appUrl));
      return done;
    });
  } finally {
    await pool.end();
  }
}

/** Any number will do, as long as it is always this one. */
const MIGRATION_LOCK = 1_984_110_925;

/** Held until the transaction ends: nobody else changes the schema meanwhile. */
export const lockMigrations = (sql: Transaction) => sql`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`;

export type MigrationFile = { readonly name: string; readonly hash: string; readonly text: string };

export async function readMigrations(): Promise<MigrationFile[]> {
  const folder = join(import.meta.dirname, 'migrations');
  const names = (await readdir(folder)).filter((name) => /^\d{4}-[a-z-]+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8');
      return { name, text, hash: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

/** Those of `files` that have not run yet, in their order. */
export async function runMissing(sql: Transaction, files: readonly MigrationFile[]): Promise<string[]> {
  await sql`CREATE SCHEMA IF NOT EXISTS migrations`;
  await sql`CREATE TABLE IF NOT EXISTS migrations.done (name text PRIMARY KEY, hash text NOT NULL, at timestamptz NOT NULL DEFAULT now())`;
  const rows = await sql<{ name: string; hash: string }[]>`SELECT name, hash FROM migrations.done`;
  const hashesByName = new Map(rows.map(({ name, hash }) => [name, hash]));
  const ran: string[] = [];
  for (const { name, hash, text } of files) {
    const known = hashesByName.get(name);
    assert(known === undefined || known === hash, 'a migration that has run was edited', name);
    if (known !== undefined) continue;
    await sql.unsafe(text);
    await sql`INSERT INTO migrations.done (name, hash) VALUES (${name}, ${hash})`;
    ran.push(name);
  }
  return ran;
}

/** The user that a connection URL signs in as. */
export function roleOfUrl(url: string): string {
  const role = decodeURIComponent(new URL(url).username);
  assert(/^[A-Za-z_][A-Za-z0-9_-]{0,62}$/.test(role), 'DATABASE_URL has to name its user');
  return role;
}
