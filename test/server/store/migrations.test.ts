import { v7 as newUuid } from 'uuid';
import { expect, test } from 'vitest';
import { readMigrations, runMissing } from '../../../src/server/store/migrate.ts';
import { openPool } from '../../../src/server/store/open-pool.ts';
import { createDatabase, GENOVA } from '../start-test-server.ts';

test('people merged before a merge was stored as their subject get it, whatever city they are of', async () => {
  const { ownerUrl } = await createDatabase();
  const pool = openPool(ownerUrl, 1);
  const [survivor, merged, alone, service] = [newUuid(), newUuid(), newUuid(), newUuid()];
  const stored = [
    [survivor, 'beneficiary', null, {}],
    [merged, 'beneficiary', null, { mergedInto: survivor }],
    [alone, 'beneficiary', null, { fields: { note: '"mergedInto"' } }],
    [service, 'service', merged, { fields: { beneficiary: merged } }],
  ] as const;
  const within = (municipality: string) => `SELECT set_config('taccuino.municipality', '${municipality}', true)`;
  try {
    const files = await readMigrations();
    const rows = await pool.begin(async (sql) => {
      const isBefore = (name: string) => name < '0008';
      await runMissing(
        sql,
        files.filter(({ name }) => isBefore(name)),
      );
      await sql.unsafe(within(GENOVA));
      for (const [index, [id, kind, subject, body]] of stored.entries()) {
        await sql`INSERT INTO records (municipality, id, kind, subject, version, body)
          VALUES (${GENOVA}, ${id}, ${kind}, ${subject}, ${index + 1}, ${JSON.stringify(body)})`;
      }
      // As it starts: the walls stand, and the owner of the tables is inside none of them.
      await sql.unsafe(within(''));
      await runMissing(sql, files);
      expect(await sql`SELECT id FROM records`, 'the walls stand again').toEqual([]);
      await sql.unsafe(within(GENOVA));
      return sql<{ id: string; subject: string | null }[]>`SELECT id, subject FROM records ORDER BY version`;
    });
    expect(rows.map(({ id, subject }) => [id, subject])).toEqual([
      [survivor, null],
      [merged, survivor],
      [alone, null],
      [service, merged],
    ]);
  } finally {
    await pool.end();
  }
});
