import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { RecordEnvelope } from '../../../src/domain/record.ts';
import { readMigrations, runMissing } from '../../../src/server/store/migrate.ts';
import { openPool, type Transaction } from '../../../src/server/store/open-pool.ts';
import { createDatabase, GENOVA } from '../start-test-server.ts';

/** What lay on the shelf, and what files there were, before each had a table: what cities saw they see, and who had a file has it. */
const author = { id: randomUUID(), name: 'Marta Worker' };
const FILE = 'a'.repeat(64);
const HALF = 'b'.repeat(64);
const AT = '2026-11-20T10:00:00.000Z';

const recordOf = (version: number, kind: string, more: Record<string, unknown> = {}) => ({
  id: randomUUID(),
  kind,
  municipality: GENOVA,
  version,
  review: { state: 'submitted' },
  comments: [{ id: randomUUID(), by: author, at: AT, text: 'INTERNAL' }],
  conflicts: [],
  createdBy: author,
  updatedBy: author,
  removed: false,
  fieldVersions: {},
  fields: { title: `Carta ${version}` },
  ...more,
});
const decided = (state: string) => ({ review: { state, by: author, at: AT } });

async function putIn(sql: Transaction): Promise<void> {
  await sql`
    INSERT INTO municipalities (municipality, name, epoch, escrow_key_id, escrow_public_key, escrow_private_key_sealed, created_at)
    VALUES (${GENOVA}, 'Genova', ${randomUUID()}, 'k', 'k', 'k', ${AT})`;
  const records = [
    recordOf(1, 'practice'),
    recordOf(2, 'practice', decided('validated')),
    recordOf(3, 'practice', decided('submitted')),
    recordOf(4, 'practice-reply', { ...decided('validated'), removed: true }),
    recordOf(5, 'practice', { ...decided('locked'), mergedInto: randomUUID() }),
    recordOf(6, 'beneficiary', decided('validated')),
    recordOf(7, 'attachment', { fields: { sha256: FILE } }),
    recordOf(8, 'attachment', { fields: { sha256: HALF } }),
  ];
  for (const { id, kind, version, ...rest } of records)
    await sql`
      INSERT INTO records (municipality, id, kind, version, body)
      VALUES (${GENOVA}, ${id}, ${kind}, ${version}, ${JSON.stringify({ id, kind, version, ...rest })})`;
  await sql`
    INSERT INTO files (municipality, sha256, bytes, touched_at, whole_at)
    VALUES (${GENOVA}, ${FILE}, 10, ${AT}, ${AT}), (${GENOVA}, ${HALF}, 10, ${AT}, NULL)`;
}

test('a database from before the shelf had a table shows other cities the same cards, bare, and gives files to whoever had them', async () => {
  const database = await createDatabase();
  const owner = openPool(database.ownerUrl, 1);
  const files = await readMigrations();
  await owner.begin(async (sql) => {
    await runMissing(
      sql,
      files.filter(({ name }) => name < '0008'),
    );
    await sql`SELECT set_config('taccuino.municipality', ${GENOVA}, true)`;
    await putIn(sql);
  });
  await owner.begin((sql) => runMissing(sql, files));
  const found = await owner.begin(async (sql) => {
    await sql`SELECT set_config('taccuino.municipality', ${GENOVA}, true)`;
    return {
      shelf: await sql<
        { version: number; removed: boolean; body: string }[]
      >`SELECT version, removed, body FROM shelf ORDER BY version`,
      holders: await sql<{ sha256: string; account: string }[]>`SELECT sha256, account FROM file_holders`,
      files: await sql<{ sha256: string }[]>`SELECT sha256 FROM files`,
      forced: await sql<{ name: string }[]>`
        SELECT relname AS name FROM pg_class WHERE relname IN ('records', 'files', 'shelf') AND relforcerowsecurity`,
    };
  });
  await owner.end();
  expect(found.shelf.map(({ version, removed }) => [Number(version), removed])).toEqual([
    [2, false],
    [3, true],
    [4, true],
    [5, true],
  ]);
  const bodies = found.shelf.map(({ body }) => JSON.parse(body) as RecordEnvelope);
  expect(bodies.map(({ fields }) => fields)).toEqual([{ title: 'Carta 2' }, {}, {}, {}]);
  expect(bodies.map(({ removed }) => removed)).toEqual([false, true, true, true]);
  expect(JSON.stringify(bodies)).not.toMatch(/Marta|INTERNAL|mergedInto/);
  expect(found.holders.map((row) => ({ ...row }))).toEqual([{ sha256: FILE, account: author.id }]);
  expect(found.files.map(({ sha256 }) => sha256)).toEqual([FILE]);
  expect(found.forced).toHaveLength(3);
});
