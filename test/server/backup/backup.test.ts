import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { v7 as newUuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MunicipalityId } from '../../../src/domain/primitives.ts';
import { createServerKeys, createServerSecret } from '../../../src/server/auth/server-keys.ts';
import { makeBackup } from '../../../src/server/backup/make-backup.ts';
import { type RestorePorts, restoreBackup } from '../../../src/server/backup/restore-backup.ts';
import { verifyBackup } from '../../../src/server/backup/verify-backup.ts';
import { inMunicipality, OPERATOR_ACTOR } from '../../../src/server/store/in-municipality.ts';
import { migrate, roleOfUrl } from '../../../src/server/store/migrate.ts';
import { openPool, type Pool } from '../../../src/server/store/open-pool.ts';
import { verifyAudit } from '../../../src/server/store/verify-audit.ts';
import { must } from '../../device/a-device.ts';
import { samplePhoto } from '../../device/a-photo.ts';
import { createDatabase, GENOVA, startTestServer, type TestServer, TORINO } from '../start-test-server.ts';
import { createPerson, push } from '../test-changes.ts';
import { storePhoto } from '../test-files.ts';

let server: TestServer;
let folder: string;
const CITIES = [GENOVA, TORINO].map((id) => MunicipalityId.parse(id));
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taccuino-backup-'));
  server = await startTestServer();
  for (const city of CITIES) {
    const worker = await server.join('outreach', city);
    for (let count = 0; count < 3; count += 1) await push(worker.api, newUuid(), [createPerson(), createPerson()]);
    await storePhoto(worker.api, samplePhoto(600));
  }
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const portsOn = (ownerPool: Pool, { keys, clock, appUrl }: TestServer): RestorePorts => ({
  ownerPool,
  keys,
  clock,
  appRole: roleOfUrl(appUrl),
});

async function backUp(name: string, from = server): Promise<string> {
  const path = join(folder, name);
  must(await makeBackup(portsOn(from.owner, from), path));
  return path;
}

/** Everything that stands in the tables, past the second wall. */
async function dump(pool: Pool, except: readonly string[] = []): Promise<Record<string, unknown[]>> {
  const tables = await pool<{ name: string }[]>`
    SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname`;
  const rows: Record<string, unknown[]> = {};
  for (const { name } of tables.filter((table) => !except.includes(table.name))) {
    for (const municipality of CITIES) {
      const found = await inMunicipality(
        pool,
        { municipality, actor: OPERATOR_ACTOR },
        (sql) => sql`
        SELECT row_to_json(t)::text AS line FROM ${sql(name)} t ORDER BY 1`,
      );
      rows[`${municipality} ${name}`] = found.map(({ line }) => JSON.parse(line));
    }
  }
  return rows;
}

/** An empty database beside, for what is restored. */
async function inEmptyDatabase<T>(work: (pool: Pool, urls: { appUrl: string; ownerUrl: string }) => Promise<T>) {
  const database = await createDatabase();
  const pool = openPool(database.ownerUrl, 1);
  try {
    return await work(pool, database);
  } finally {
    await pool.end();
  }
}

describe('20: a backup', () => {
  test('restored into an empty database holds the same, in a new epoch, and without sessions', async () => {
    const path = await backUp('whole.gz');
    const before = await dump(server.owner, ['sessions', 'attempts']);
    await inEmptyDatabase(async (pool, { appUrl }) => {
      must(await restoreBackup(portsOn(pool, server), path));
      const after = await dump(pool, ['sessions', 'attempts']);
      for (const name of [
        'accounts',
        'devices',
        'records',
        'changes',
        'vaults',
        'attention',
        'enrolment_codes',
        'files',
        'file_pieces',
      ]) {
        for (const city of CITIES) expect(after[`${city} ${name}`]).toEqual(before[`${city} ${name}`]);
      }
      for (const city of CITIES) {
        expect(after[`${city} municipalities`]).not.toEqual(before[`${city} municipalities`]);
        const audit = after[`${city} audit`] as { action: string }[];
        expect(audit.length).toBe((before[`${city} audit`]?.length ?? 0) + 1);
        expect(audit.some(({ action }) => action === 'restored')).toBe(true);
        expect((await verifyAudit(pool, { municipality: city, actor: OPERATOR_ACTOR })).ok).toBe(true);
        const streams = after[`${city} streams`] as { mark: number; backed_up_mark: number }[];
        expect(streams.every(({ mark, backed_up_mark }) => mark === backed_up_mark)).toBe(true);
      }
      expect((await dump(pool))[`${GENOVA} sessions`]).toEqual([]);
      // The walls stand again.
      expect(await pool`SELECT * FROM records`).toEqual([]);
      const app = openPool(appUrl, 1);
      const [forced] =
        await pool`SELECT bool_and(relforcerowsecurity) AS all FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`;
      expect(forced?.all).toBe(true);
      const seen = await inMunicipality(
        app,
        { municipality: CITIES[0] ?? MunicipalityId.parse(GENOVA), actor: 'me' },
        (sql) => sql`SELECT id FROM records`,
      );
      await app.end();
      expect(seen).toHaveLength(8);
    });
  });

  test('is readable by its owner only, leaves nothing beside it, says that the key is not in it, and does not hold it', async () => {
    const path = await backUp('alone.gz');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).filter((name) => name.includes('partial'))).toEqual([]);
    const text = gunzipSync(await readFile(path)).toString();
    expect(text.slice(0, 1_000)).toContain('server.key');
    expect(text).not.toMatch(/"section":"sessions"/);
  });

  test('tells the streams how far they lie in it, and no further', async () => {
    const worker = await server.join('outreach');
    const stream = newUuid();
    await push(worker.api, stream, [createPerson(), createPerson()]);
    await backUp('marks.gz');
    await push(worker.api, stream, [createPerson()], 3);
    const receipt = await worker.api.get(`/api/v1/receipt?protocol=2&stream=${stream}`);
    expect(receipt.json).toMatchObject({ mark: 3, backedUpMark: 2 });
  });
});

describe('20: a restore refuses, and changes nothing,', () => {
  let path: string;
  let before: unknown;
  beforeAll(async () => {
    path = await backUp('good.gz');
    before = await dump(server.owner);
  });

  async function expectRefused(file: string, sentence: RegExp | string, ports = portsOn(server.owner, server)) {
    const refused = await restoreBackup(ports, file);
    expect(refused).toMatchObject({ ok: false, error: expect.stringMatching(sentence) });
    expect(await dump(server.owner)).toEqual(before);
  }

  test('a file of which any one byte is another', async () => {
    const bytes = await readFile(path);
    const whole = gunzipSync(bytes).toString();
    // Of gzip's own header the time and the system may be anything: they change nothing of what is inside.
    const places = Array.from({ length: 400 }, (_, index) => Math.floor((index * bytes.length) / 400));
    for (const place of [0, 1, 2, 3, ...places.filter((one) => one >= 10), bytes.length - 1]) {
      const altered = Buffer.from(bytes);
      altered.writeUInt8(altered.readUInt8(place) ^ 0x20, place);
      const file = join(folder, 'altered.gz');
      await writeFile(file, altered);
      const verified = await verifyBackup(file, server.keys);
      expect([place, verified.ok]).toEqual([place, false]);
    }
    expect(whole.length).toBeGreaterThan(1_000);
  }, 120_000);

  test('a file whose text was altered and packed anew, line by line', async () => {
    const lines = gunzipSync(await readFile(path))
      .toString()
      .split('\n')
      .slice(0, -1);
    for (const [index, line] of lines.entries()) {
      const file = join(folder, 'altered.gz');
      const cases = [
        lines.with(
          index,
          line.replace(/[0-9a-f](?=[^0-9a-f]*$)/, (digit) => (digit === '0' ? '1' : '0')),
        ),
        lines.toSpliced(index, 1),
        lines.toSpliced(index, 0, line),
      ];
      for (const altered of cases) {
        await writeFile(file, gzipSync(`${altered.join('\n')}\n`));
        expect([index, (await verifyBackup(file, server.keys)).ok]).toEqual([index, false]);
      }
    }
  }, 120_000);

  test('a file that is cut off anywhere', async () => {
    const bytes = await readFile(path);
    for (let part = 0; part < 40; part += 1) {
      const file = join(folder, 'cut.gz');
      await writeFile(file, bytes.subarray(0, Math.floor((bytes.length * part) / 40)));
      expect([part, (await verifyBackup(file, server.keys)).ok]).toEqual([part, false]);
    }
    await expectRefused(join(folder, 'cut.gz'), /damaged or cut off/);
  });

  test('the key of another installation', () =>
    expectRefused(path, /server key is not the one that Genova/, {
      ...portsOn(server.owner, server),
      keys: createServerKeys(createServerSecret()),
    }));

  test('a newer version, and a form that it does not know', async () => {
    const lines = gunzipSync(await readFile(path))
      .toString()
      .split('\n');
    const header = JSON.parse(lines[0] ?? '');
    const file = join(folder, 'newer.gz');
    await writeFile(file, gzipSync([JSON.stringify({ ...header, version: 2 }), ...lines.slice(1)].join('\n')));
    await expectRefused(file, /made by a newer version/);
    const migrations = [...header.migrations, { name: '0999-later.sql', hash: 'a'.repeat(64) }];
    const headerLine = JSON.stringify({ ...header, migrations });
    const mac = server.keys.vouch('backup', `${headerLine}\n${lines.at(-3)}`);
    const text = [headerLine, ...lines.slice(1, -2), JSON.stringify({ mac }), ''].join('\n');
    await writeFile(file, gzipSync(text));
    await expectRefused(file, /a form \(0999-later.sql\) that this version/);
  });

  test('what is no backup, or not there', async () => {
    const file = join(folder, 'other.txt');
    await writeFile(file, 'a shopping list');
    await expectRefused(file, /not a backup of Taccuino/);
    await expectRefused(join(folder, 'nowhere.gz'), /cannot be read \(ENOENT\)/);
  });

  test('while a server works with the database', () => expectRefused(path, /A server works with this database/));
});

test('20: a backup of an older version is brought up to this one', async () => {
  await inEmptyDatabase(async (old, urls) => {
    // As version 1 left it.
    await migrate(urls);
    await old`DROP TABLE vaults, attention`;
    await old`ALTER TABLE accounts DROP COLUMN disabled_at`;
    await old`ALTER TABLE devices DROP COLUMN wiped_at`;
    await old`ALTER TABLE streams DROP COLUMN backed_up_mark`;
    await old`DELETE FROM migrations.done WHERE name > '0002'`;
    const path = join(folder, 'old.gz');
    const empty = await makeBackup(portsOn(old, server), path);
    expect(empty).toMatchObject({ ok: false, error: expect.stringContaining('nothing to back up') });
    await copyCity(old);
    must(await makeBackup(portsOn(old, server), path));
    await inEmptyDatabase(async (pool) => {
      must(await restoreBackup(portsOn(pool, server), path));
      const rows = await dump(pool);
      expect(rows[`${GENOVA} records`]).not.toEqual([]);
      expect(rows[`${GENOVA} attention`]).toEqual([]);
      expect(rows[`${GENOVA} streams`]?.[0]).toHaveProperty('backed_up_mark');
    });
  });

  /** The tables of the running server, as far as version 1 had them. */
  async function copyCity(old: Pool): Promise<void> {
    const names = ['municipalities', 'heads', 'accounts', 'devices', 'records', 'streams', 'changes'];
    const rows = await dump(server.owner);
    for (const name of [...names, 'audit']) {
      await old`ALTER TABLE ${old(name)} NO FORCE ROW LEVEL SECURITY`;
      const text = JSON.stringify(rows[`${GENOVA} ${name}`]);
      await old`INSERT INTO ${old(name)} SELECT * FROM json_populate_recordset(NULL::${old(name)}, ${text}::text::json)`;
      await old`ALTER TABLE ${old(name)} FORCE ROW LEVEL SECURITY`;
    }
  }
});

// Last, because the file grows by it.
describe('20: a backup of a busy server', () => {
  test('is of one moment, though eight people write meanwhile: audits whole, marks as the changes, records as the counter', async () => {
    const workers = await Promise.all(Array.from({ length: 8 }, () => server.join('outreach')));
    let isOver = false;
    const writing = workers.map(async ({ api }) => {
      const stream = newUuid();
      for (let seq = 1; !isOver; seq += 1) await push(api, stream, [createPerson()], seq);
    });
    const paths = [];
    for (let count = 0; count < 5; count += 1) paths.push(await backUp(`busy-${count}.gz`));
    isOver = true;
    await Promise.all(writing);
    for (const path of paths) {
      await inEmptyDatabase(async (pool) => {
        must(await restoreBackup(portsOn(pool, server), path));
        const rows = await dump(pool);
        const marks = (rows[`${GENOVA} streams`] as { stream: string; mark: number; count: number }[]).map((row) => [
          row.stream,
          row.mark,
          row.count,
        ]);
        const changes = Map.groupBy(
          rows[`${GENOVA} changes`] as { stream: string; seq: number }[],
          ({ stream }) => stream,
        );
        expect(
          marks.map(([stream]) => [
            stream,
            Math.max(...(changes.get(String(stream)) ?? []).map(({ seq }) => seq)),
            changes.get(String(stream))?.length,
          ]),
        ).toEqual(marks);
        const versions = (rows[`${GENOVA} records`] as { version: number }[]).map(({ version }) => version);
        const [head] = rows[`${GENOVA} heads`] as { version: number }[];
        expect(head?.version).toBe(Math.max(...versions) + 1_000_000_000);
      });
    }
  }, 120_000);
});
