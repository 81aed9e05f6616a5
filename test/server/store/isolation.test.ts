import { v7 as newUuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SHARED_KINDS } from '../../../src/domain/shared-record.ts';
import { createClock } from '../../../src/server/clock.ts';
import { createServer } from '../../../src/server/create-server.ts';
import { checkAppRole } from '../../../src/server/store/check-app-role.ts';
import { sqlState } from '../../../src/server/store/in-municipality.ts';
import { migrate } from '../../../src/server/store/migrate.ts';
import { openPool, type Pool, type Transaction } from '../../../src/server/store/open-pool.ts';
import { samplePhoto } from '../../device/a-photo.ts';
import { createDatabase, GENOVA, startTestServer, type TestServer, TORINO } from '../start-test-server.ts';
import { createPerson, push } from '../test-changes.ts';
import { storePhoto } from '../test-files.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  const worker = await server.join('outreach');
  await push(worker.api, newUuid(), [createPerson()]);
});
afterAll(() => server.close());

const TABLES = [
  'accounts',
  'attempts',
  'attention',
  'audit',
  'changes',
  'devices',
  'enrolment_codes',
  'file_holders',
  'file_pieces',
  'file_uploads',
  'files',
  'guests',
  'heads',
  'invitations',
  'municipalities',
  'records',
  'sessions',
  'shelf',
  'streams',
  'upload_pieces',
  'vaults',
];

const inScope = <T>(pool: Pool, municipality: string, work: (sql: Transaction) => Promise<T>) =>
  pool.begin(async (sql) => {
    await sql`SELECT set_config('taccuino.municipality', ${municipality}, true), set_config('taccuino.actor', 'me', true)`;
    return { value: await work(sql) };
  });

describe('row-level security', () => {
  test('is forced on every table, and every primary key starts with the municipality', async () => {
    const tables = await server.owner<{ name: string; forced: boolean; first: string }[]>`
      SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS forced,
        (SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0] WHERE i.indrelid = c.oid AND i.indisprimary) AS first
      FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY c.relname`;
    expect(tables.map((table) => ({ ...table }))).toEqual(
      TABLES.map((name) => ({ name, forced: true, first: 'municipality' })),
    );
  });

  test.each(TABLES)('shows nothing of %s while no municipality is set', async (table) => {
    for (const pool of [server.app, server.owner]) expect(await pool`SELECT * FROM ${pool(table)}`).toHaveLength(0);
  });

  test('shows one municipality its own rows only', async () => {
    const count = async (municipality: string) =>
      (await inScope(server.app, municipality, (sql) => sql`SELECT * FROM records`)).value.length;
    expect([await count(GENOVA), await count(TORINO), await count('c_f205')]).toEqual([1, 0, 0]);
  });

  test('shows an open shelf the cards of other cities and no record, and lets nobody write there', async () => {
    const rows = (sql: Transaction) =>
      sql<{ municipality: string; kind: string }[]>`
        SELECT municipality, kind FROM shelf UNION ALL SELECT municipality, kind FROM records`;
    const onShelf = async (municipality: string) =>
      (
        await inScope(server.app, municipality, async (sql) => {
          await sql`SELECT set_config('taccuino.shelf', 'open', true)`;
          return rows(sql);
        })
      ).value;
    const author = await server.join('coordinator');
    const card = {
      id: newUuid(),
      recordId: newUuid(),
      kind: 'practice',
      at: '2026-11-20T10:00:00.000Z',
      type: 'create',
    };
    const fields = { title: 'Orto', problem: 'Solitudine', done: 'Un orto', office: 'Servizi sociali' };
    const { records } = await push(author.api, newUuid(), [{ ...card, fields }]);
    const of = { recordId: card.recordId, kind: card.kind, at: card.at };
    const seenVersion = records[0]?.version ?? 0;
    await push(author.api, newUuid(), [{ id: newUuid(), ...of, type: 'review', verb: 'validate', seenVersion }]);
    expect((await onShelf(TORINO)).map((row) => ({ ...row }))).toEqual([{ municipality: GENOVA, kind: 'practice' }]);
    expect((await inScope(server.app, TORINO, rows)).value).toHaveLength(0);
    const written = inScope(server.app, TORINO, async (sql) => {
      await sql`SELECT set_config('taccuino.shelf', 'open', true)`;
      return (await sql`UPDATE shelf SET body = '{}' WHERE municipality = ${GENOVA}`).count;
    });
    expect((await written).value).toBe(0);
  });

  test('shows an open shelf no bytes of another city but those of what lies there', async () => {
    const author = await server.join('outreach');
    await storePhoto(author.api, samplePhoto(900, 21));
    const count = async (municipality: string) =>
      (
        await inScope(server.app, municipality, async (sql) => {
          await sql`SELECT set_config('taccuino.shelf', 'open', true)`;
          const [row] = await sql<{ pieces: number; holders: number }[]>`
            SELECT (SELECT count(*) FROM file_pieces) AS pieces, (SELECT count(*) FROM file_holders) AS holders`;
          return { ...row };
        })
      ).value;
    expect(await count(GENOVA)).toEqual({ pieces: 1, holders: 1 });
    expect(await count(TORINO)).toEqual({ pieces: 0, holders: 0 });
  });

  test('names on the shelf the kinds that the domain shares, and no others', async () => {
    const [check] = await server.owner<{ text: string }[]>`
      SELECT pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE conname = 'shelf_kind_check'`;
    const named = [...(check?.text ?? '').matchAll(/'([a-z-]+)'::text/g)].map(([, kind]) => kind);
    expect(named.sort()).toEqual([...SHARED_KINDS].sort());
  });

  test('lets nobody write into another municipality or in another name', async () => {
    const insert = (municipality: string, actor: string) => (sql: Transaction) =>
      sql`INSERT INTO audit (municipality, seq, at, actor, action, detail, hash) VALUES (${municipality}, 99999, now(), ${actor}, 'x', '{}', 'x')`;
    await expect(inScope(server.app, GENOVA, insert(TORINO, 'me'))).rejects.toThrow(/row-level security/);
    await expect(inScope(server.app, GENOVA, insert(GENOVA, 'somebody else'))).rejects.toThrow(/row-level security/);
  });
});

describe('the application role', () => {
  test.each([
    ['alter the audit', 'UPDATE audit SET detail = detail'],
    ['empty the audit', 'DELETE FROM audit'],
    ['truncate the audit', 'TRUNCATE audit'],
    ['alter what was pushed', 'UPDATE changes SET body = body'],
    ['delete a record', 'DELETE FROM records'],
    ['give an account another role', "UPDATE accounts SET role = 'coordinator'"],
    ['forget what needs attention', 'DELETE FROM attention'],
    ['make an account', 'INSERT INTO accounts SELECT * FROM accounts'],
    [
      'make a coordinator',
      `INSERT INTO accounts (municipality, id, username, name, role, secret_hash, created_at)
       VALUES ('${GENOVA}', gen_random_uuid(), 'x', 'x', 'coordinator', '', now())`,
    ],
    ['move a guest to another event', 'UPDATE guests SET invitation = invitation'],
    ['open a code again under another name', 'UPDATE invitations SET code_hash = code_hash'],
    ['drop a table', 'DROP TABLE attempts'],
    ['switch off the walls', 'ALTER TABLE records DISABLE ROW LEVEL SECURITY'],
    ['read the migrations', 'SELECT * FROM migrations.done'],
  ])('may not %s', async (_, statement) => {
    const refused = await inScope(server.app, GENOVA, (sql) => sql.unsafe(statement)).catch(sqlState);
    expect(refused).toBe('42501');
  });

  test('is refused at boot when it owns the tables', async () => {
    expect(await checkAppRole(server.app)).toMatchObject({ ok: true });
    const { config, ownerUrl } = server;
    const ports = { serverSecret: 'A'.repeat(43), clock: createClock(() => 0), log: () => undefined };
    const refused = await createServer(config, { ...ports, appUrl: ownerUrl });
    expect(refused).toMatchObject({ ok: false, error: expect.stringContaining('owns the tables') });
  });
});

describe('migrations', () => {
  test('run once when several processes start together', async () => {
    const database = await createDatabase();
    const ran = await Promise.all([1, 2, 3, 4].map(() => migrate(database)));
    expect(ran.flat().sort()).toEqual([...new Set(ran.flat())].sort());
    expect(ran.flat().length).toBeGreaterThan(0);
    expect(await migrate(database)).toEqual([]);
  });

  test('stop at one that was edited after it ran', async () => {
    const database = await createDatabase();
    await migrate(database);
    const owner = openPool(database.ownerUrl, 1);
    await owner`UPDATE migrations.done SET hash = 'another'`;
    await owner.end();
    await expect(migrate(database)).rejects.toThrow(/was edited/);
  });

  test('that were never run are told by the server, in a sentence', async () => {
    const database = await createDatabase();
    const app = openPool(database.appUrl, 1);
    expect(await checkAppRole(app)).toMatchObject({ ok: false, error: expect.stringContaining('admin -- migrate') });
    await app.end();
  });
});
