import { open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { compareWithDatabase } from '../drill/compare.ts';
import { keepServer } from '../drill/kept-server.ts';
import { openDevices } from '../drill/kill-drill.ts';
import { createRandom } from '../drill/random.ts';
import { copyAsIs, prepareTemplate } from '../journeys/system.ts';
import { clearAll, newSmallDisk } from './postgres/data-folders.ts';

afterAll(clearAll);

/** Enough for a new database and its log, and soon full. */
const DISK = 'size=180m';

test('15, on the server: a disk that fills up during pushes is said, loses and halves nothing, and with room again all goes on', async ({
  skip,
}) => {
  const disk = await newSmallDisk(DISK);
  if (disk === undefined) return skip('this account may not mount a small disk');
  const template = await prepareTemplate();
  const data = join(disk, 'data');
  await copyAsIs(join(template.folder, 'data'), data);
  await rm(template.folder, { recursive: true });
  const server = await keepServer({ data, app: '/nonexistent' });
  await server.untilServing();
  const writers = await openDevices(server.url, template.code);
  let isOver = false;
  const writing = writers.map((writer, index) => writer.work(createRandom(index + 1), () => isOver));
  const answered = () => writers.reduce((sum, { toldById }) => sum + toldById.size, 0);
  const problems = () => new Set(writers.flatMap((writer) => [...writer.problems]));
  await until(() => answered() > 50);

  const ballast = join(disk, 'ballast');
  await fill(ballast);
  await until(() => problems().size > 0);
  await sleep(1_000);
  const answeredWhenFull = answered();

  expect((await stat(ballast)).size).toBeGreaterThan(0);
  await rm(ballast);
  await server.untilServing();
  await until(() => answered() > answeredWhenFull + 50);
  isOver = true;
  await Promise.all(writing);
  for (const writer of writers) await writer.compareReceipt();
  await server.stop();
  expect(writers.flatMap(({ faults }) => faults)).toEqual([]);
  expect(await compareWithDatabase(data, { writers, saved: [], begun: [] })).toEqual([]);
  // Never a status that would let a device believe that its changes were looked at.
  for (const problem of problems()) expect(problem).toMatch(/^50[03] tag:taccuino,2026:Server(Busy|Fault)$/);
});

const POLL_MS = 20;
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(POLL_MS);
}

/** Writes until there is no room left. */
async function fill(path: string): Promise<void> {
  const file = await open(path, 'w');
  for (let size = 1 << 20; size >= 1 << 10; size >>= 1) {
    const piece = Buffer.alloc(size);
    let isFull = false;
    while (!isFull)
      isFull = await file.write(piece).then(
        ({ bytesWritten }) => bytesWritten < size,
        () => true,
      );
  }
  await file.close();
}
