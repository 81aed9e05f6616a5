import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, assert, expect, test } from 'vitest';
import { clearAll, kill, killAfter, newFolder, postmasterPid, query, startProcess, startWell } from './data-folders.ts';

afterAll(clearAll);

const commitRow = (url: string) => query(url, 'CREATE TABLE visit AS SELECT 7 AS count');
const readRow = async (url: string) => [...(await query(url, 'SELECT count FROM visit'))];

async function startedProcess(dataDir: string) {
  const { child, said } = await startProcess(dataDir);
  assert(said.ownerUrl !== undefined, said.message);
  return { child, ownerUrl: said.ownerUrl };
}

test('a killed PostgreSQL is started again on its port, with every committed row', async () => {
  const dataDir = await newFolder();
  const database = await startWell(dataDir);
  await commitRow(database.ownerUrl);
  const killed = await postmasterPid(dataDir);
  process.kill(killed, 'SIGKILL');
  await expect.poll(() => readRow(database.ownerUrl).catch(() => []), { timeout: 10_000 }).toEqual([{ count: 7 }]);
  expect(await postmasterPid(dataDir)).not.toBe(killed);
});

test('stopping while a killed PostgreSQL comes back leaves none running', async () => {
  const dataDir = await newFolder();
  const database = await startWell(dataDir);
  process.kill(await postmasterPid(dataDir), 'SIGKILL');
  await sleep(30);
  await database.stop();
  await expect(query(database.ownerUrl, 'SELECT 1')).rejects.toThrow();
  await (await startWell(dataDir)).stop();
});

test('after a killed server process its PostgreSQL is stopped and the next start serves every committed row', async () => {
  const dataDir = await newFolder();
  const { child, ownerUrl } = await startedProcess(dataDir);
  await commitRow(ownerUrl);
  await kill(child);
  expect(await readRow(ownerUrl)).toEqual([{ count: 7 }]);
  const database = await startWell(dataDir);
  await expect(readRow(ownerUrl)).rejects.toThrow();
  expect(await readRow(database.ownerUrl)).toEqual([{ count: 7 }]);
  expect(database.startedInMs).toBeLessThan(5_000);
});

test('the next start may ask for the port that the orphan still holds', async () => {
  const dataDir = await newFolder();
  const { child, ownerUrl } = await startedProcess(dataDir);
  await kill(child);
  const port = Number(new URL(ownerUrl).port);
  expect((await startWell(dataDir, port)).port).toBe(port);
});

test('after server and PostgreSQL were both killed the next start recovers', async () => {
  const dataDir = await newFolder();
  const { child, ownerUrl } = await startedProcess(dataDir);
  await commitRow(ownerUrl);
  await kill(child);
  process.kill(await postmasterPid(dataDir), 'SIGKILL');
  const database = await startWell(dataDir);
  expect(await readRow(database.ownerUrl)).toEqual([{ count: 7 }]);
});

test('a pid file whose number now belongs to a stranger neither stops the start nor harms the stranger', async () => {
  const [dataDir, strangersDir] = [await newFolder(), await newFolder()];
  await (await startWell(dataDir)).stop();
  const stranger = await startWell(strangersDir);
  const strangersFile = await readFile(join(strangersDir, 'postgres', 'postmaster.pid'), 'utf8');
  await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), strangersFile);
  await startWell(dataDir);
  expect([...(await query(stranger.ownerUrl, 'SELECT 1 AS one'))]).toEqual([{ one: 1 }]);
});

test.each([300, 700])('a server killed %i ms into its first start leaves nothing that hinders the next', async (ms) => {
  const dataDir = await newFolder();
  await killAfter(dataDir, ms);
  const database = await startWell(dataDir);
  await commitRow(database.ownerUrl);
  const left = (await readdir(dataDir)).filter((name) => name.startsWith('postgres.new'));
  expect(left).toEqual([]);
});
