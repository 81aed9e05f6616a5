import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import {
  clearAll,
  failureOf,
  isRoot,
  newFolder,
  newSmallDisk,
  query,
  startProcess,
  startWell,
} from './data-folders.ts';

afterAll(clearAll);

const MAY_NOT_MOUNT = 'needs the right to mount a small disk';

test('a folder held by a living server process is refused with its number, and that server goes on', async () => {
  const dataDir = await newFolder();
  const { child, said } = await startProcess(dataDir);
  const failure = await failureOf(dataDir);
  expect(failure.type).toBe('DataFolderHeld');
  expect(failure.message).toContain(`process ${child.pid}`);
  expect([...(await query(said.ownerUrl ?? '', 'SELECT 1 AS one'))]).toEqual([{ one: 1 }]);
});

test('a folder held by the same process is refused too, until it is let go', async () => {
  const dataDir = await newFolder();
  const database = await startWell(dataDir);
  expect((await failureOf(dataDir)).type).toBe('DataFolderHeld');
  await database.stop();
  await startWell(dataDir);
});

test('of server processes that race for a new folder exactly one wins', async () => {
  const dataDir = await newFolder();
  const all = await Promise.all(Array.from({ length: 4 }, () => startProcess(dataDir)));
  expect(all.map(({ said }) => said.type).sort()).toEqual([
    'DataFolderHeld',
    'DataFolderHeld',
    'DataFolderHeld',
    'started',
  ]);
});

test('a taken port is refused before anything is made, and the folder is free again', async () => {
  const dataDir = await newFolder();
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const failure = await failureOf(dataDir, port);
  expect(failure.type).toBe('PortTaken');
  expect(failure.message).toContain(`${port}`);
  expect(await readdir(dataDir)).not.toContain('postgres');
  await new Promise((resolve) => other.close(resolve));
  expect((await startWell(dataDir, port)).port).toBe(port);
});

test('a folder below a file is refused as unwritable', async () => {
  const folder = await newFolder();
  await writeFile(join(folder, 'file'), '');
  expect((await failureOf(join(folder, 'file', 'data'))).type).toBe('DataFolderUnwritable');
});

test.skipIf(isRoot)('a folder of another account is refused as unwritable', async () => {
  expect((await failureOf('/usr/taccuino-data')).type).toBe('DataFolderUnwritable');
});

test('a read-only disk is refused as unwritable', async ({ skip }) => {
  const disk = await newSmallDisk('ro');
  if (disk === undefined) return skip(MAY_NOT_MOUNT);
  expect((await failureOf(join(disk, 'data'))).type).toBe('DataFolderUnwritable');
});

test('files in place of the database are left alone', async () => {
  const dataDir = await newFolder();
  await mkdir(join(dataDir, 'postgres'));
  await writeFile(join(dataDir, 'postgres', 'letter.txt'), 'dear');
  const failure = await failureOf(dataDir);
  expect(failure.type).toBe('PostgresFailed');
  expect(failure.message).toContain('holds no database');
  expect(await readdir(dataDir)).not.toContain('postgres-passwords.json');
  expect((await stat(join(dataDir, 'postgres', 'letter.txt'))).size).toBe(4);
});

test('a disk too small for a database is refused as full, with nothing left behind', async ({ skip }) => {
  const disk = await newSmallDisk('size=60m');
  if (disk === undefined) return skip(MAY_NOT_MOUNT);
  expect((await failureOf(disk)).type).toBe('DiskFull');
  expect((await readdir(disk)).sort()).toEqual(['server.holder.json', 'server.lock']);
});

test('a disk that fills up in the middle of a first start is refused as full, with nothing left behind', async ({
  skip,
}) => {
  // Plenty of bytes, but only so many files: the shortage shows when initdb is halfway.
  const disk = await newSmallDisk('size=500m,nr_inodes=400');
  if (disk === undefined) return skip(MAY_NOT_MOUNT);
  expect((await failureOf(disk)).type).toBe('DiskFull');
  expect((await readdir(disk)).sort()).toEqual(['server.holder.json', 'server.lock']);
});

test('a disk that is full at a later start is refused as full, and serves every row once there is space', async ({
  skip,
}) => {
  const disk = await newSmallDisk('size=160m');
  if (disk === undefined) return skip(MAY_NOT_MOUNT);
  const first = await startWell(disk);
  await query(first.ownerUrl, 'CREATE TABLE visit AS SELECT 7 AS count');
  await first.stop();
  const ballast = join(disk, 'ballast');
  await writeFile(ballast, Buffer.alloc(160 * 1024 * 1024)).catch(() => undefined);
  const failure = await failureOf(disk);
  expect(failure.type).toBe('DiskFull');
  await rm(ballast);
  const second = await startWell(disk);
  expect([...(await query(second.ownerUrl, 'SELECT count FROM visit'))]).toEqual([{ count: 7 }]);
});
