import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clearAll, isRoot, newFolder, query, start, startWell } from './data-folders.ts';

afterAll(clearAll);

describe('a first start', () => {
  let dataDir = '';
  let ownerUrl = '';
  let appUrl = '';
  beforeAll(async () => {
    dataDir = await newFolder();
    const database = await startWell(dataDir);
    ownerUrl = database.ownerUrl;
    appUrl = database.appUrl;
  });

  test('gives a durable PostgreSQL 18 that listens on this machine only', async () => {
    const [settings] = await query(
      ownerUrl,
      `SELECT current_setting('server_version_num')::int / 10000 AS major, current_setting('fsync') AS fsync,
        current_setting('synchronous_commit') AS commit, current_setting('listen_addresses') AS addresses`,
    );
    expect(settings).toEqual({ major: 18, fsync: 'on', commit: 'on', addresses: '127.0.0.1' });
  });

  test('makes two accounts that are not superuser and do not bypass row-level security', async () => {
    const roles = await query(
      appUrl,
      "SELECT rolname, rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname LIKE 'taccuino%' ORDER BY 1",
    );
    const harmless = { rolsuper: false, rolbypassrls: false, rolcreaterole: false };
    expect([...roles]).toEqual([
      { rolname: 'taccuino_app', ...harmless },
      { rolname: 'taccuino_owner', ...harmless },
    ]);
  });

  test('lets the owner make tables and the application role use only what it is granted', async () => {
    await query(ownerUrl, 'CREATE TABLE visit (place text); CREATE TABLE secret (word text)');
    await query(ownerUrl, 'GRANT SELECT, INSERT ON visit TO taccuino_app');
    await query(appUrl, "INSERT INTO visit VALUES ('stazione')");
    await expect(query(appUrl, 'SELECT * FROM secret')).rejects.toMatchObject({ code: '42501' });
    await expect(query(appUrl, 'CREATE TABLE mine (a int)')).rejects.toMatchObject({ code: '42501' });
    await expect(query(appUrl, 'DROP TABLE visit')).rejects.toMatchObject({ code: '42501' });
  });

  test('admits nobody without a password, the superuser not at all', async () => {
    const wrong = ownerUrl.replace(/:[^:@]+@/, ':wrong@');
    await expect(query(wrong, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    const superuser = ownerUrl.replace(/\/\/[^@]+@/, '//postgres:@');
    await expect(query(superuser, 'SELECT 1')).rejects.toMatchObject({ code: '28000' });
  });

  test('keeps passwords and data readable by one account only', async () => {
    const modeOf = async (name: string) => (await stat(join(dataDir, name))).mode & 0o777;
    expect(await modeOf('postgres-passwords.json')).toBe(0o600);
    expect(await modeOf('postgres')).toBe(0o700);
  });

  test('writes a log that repeats no value of a statement or a row', async () => {
    await query(ownerUrl, 'CREATE TABLE person (name text UNIQUE, age int)');
    await query(ownerUrl, "INSERT INTO person VALUES ('Planted Name', 1)");
    await expect(query(ownerUrl, "INSERT INTO person VALUES ('Planted Name', 2)")).rejects.toThrow();
    await expect(query(ownerUrl, "SELECT 'Planted Name'::int")).rejects.toThrow();
    const logDir = join(dataDir, 'postgres', 'log');
    const names = await readdir(logDir);
    const text = (await Promise.all(names.map((name) => readFile(join(logDir, name), 'utf8')))).join('');
    expect(text).toContain('ready to accept connections');
    expect(text).not.toContain('Planted');
  });
});

describe('a later start', () => {
  test('finds the committed rows and the same passwords', async () => {
    const dataDir = await newFolder();
    const first = await startWell(dataDir);
    await query(first.ownerUrl, 'CREATE TABLE visit AS SELECT 7 AS count');
    await first.stop();
    await expect(query(first.ownerUrl, 'SELECT 1')).rejects.toThrow();
    const second = await startWell(dataDir);
    expect(new URL(second.ownerUrl).password).toBe(new URL(first.ownerUrl).password);
    expect([...(await query(second.ownerUrl, 'SELECT count FROM visit'))]).toEqual([{ count: 7 }]);
    expect(second.startedInMs).toBeLessThan(5_000);
    await second.stop();
    await second.stop();
  });

  test.each([
    ['lost', (path: string) => rm(path)],
    ['damaged', (path: string) => writeFile(path, '{"owner":')],
  ])('with a %s password file sets new passwords and keeps the data', async (_what, spoil) => {
    const dataDir = await newFolder();
    const first = await startWell(dataDir);
    await query(first.ownerUrl, 'CREATE TABLE visit AS SELECT 7 AS count');
    await first.stop();
    await spoil(join(dataDir, 'postgres-passwords.json'));
    const second = await startWell(dataDir);
    expect(new URL(second.ownerUrl).password).not.toBe(new URL(first.ownerUrl).password);
    expect([...(await query(second.ownerUrl, 'SELECT count FROM visit'))]).toEqual([{ count: 7 }]);
  });

  test('clears away what an interrupted first start left', async () => {
    const dataDir = await newFolder();
    await mkdir(join(dataDir, 'postgres.new-1', 'base'), { recursive: true });
    await startWell(dataDir);
    expect(await readdir(dataDir)).not.toContain('postgres.new-1');
  });

  test('refuses data of another PostgreSQL version in one sentence', async () => {
    const dataDir = await newFolder();
    await (await startWell(dataDir)).stop();
    await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
    const refused = await start(dataDir);
    expect(refused).toMatchObject({ ok: false, error: { type: 'PostgresFailed' } });
    expect(refused.ok ? '' : refused.error.message).toContain('made by PostgreSQL 17');
  });
});

test.runIf(isRoot)("as root, works in a folder that PostgreSQL's own account cannot reach", async () => {
  const closed = await newFolder();
  await chmod(closed, 0o700);
  const database = await startWell(join(closed, 'project', 'data'));
  await query(database.ownerUrl, 'CREATE TABLE visit (place text)');
  const owner = (await stat(join(closed, 'project', 'data', 'postgres'))).uid;
  expect(owner).not.toBe(0);
});
