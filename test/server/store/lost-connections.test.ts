import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPool, type Pool, secondsToReconnect } from '../../../src/server/store/open-pool.ts';
import { createDatabase } from '../start-test-server.ts';

/** A wire between pool and PostgreSQL that is cut at any moment: while a connection is made, between and within statements. */
const CUTS = 400;
const CUT_AFTER_MS_MAX = 12;
const WRITERS = 6;
const CONNECTIONS = 3;
const ANSWER_MS_MAX = 20_000;

let wire: Server;
let pool: Pool;
const sockets = new Set<Socket>();

beforeAll(async () => {
  const target = new URL((await createDatabase()).ownerUrl);
  wire = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  wire.listen(0, '127.0.0.1');
  await once(wire, 'listening');
  const address = wire.address();
  if (address === null || typeof address === 'string') throw new Error('the wire has no port');
  const url = new URL(target);
  url.port = `${address.port}`;
  pool = openPool(url.href, CONNECTIONS);
  await pool`CREATE TABLE lines (id int PRIMARY KEY)`;
});
afterAll(async () => {
  await pool.end({ timeout: 1 });
  for (const socket of sockets) socket.destroy();
  wire.close();
});

test('whatever is under way when connections die is answered, and the same pool goes on', async () => {
  let isCutting = true;
  let id = 0;
  const counts = { done: 0, lost: 0 };
  const write = async (): Promise<void> => {
    while (isCutting) {
      id += 1;
      const one = id;
      const answer = pool.begin(async (sql) => {
        await sql`SELECT count(*) FROM lines WHERE id > ${one}`;
        await sql`INSERT INTO lines (id) VALUES (${one})`;
        // What still runs when its transaction is already lost.
        await sleep(one % 3);
        await sql`SELECT 1`;
      });
      const outcome = await Promise.race([
        answer.then(
          () => 'done' as const,
          () => 'lost' as const,
        ),
        sleep(ANSWER_MS_MAX, 'never' as const, { ref: false }),
      ]);
      if (outcome === 'never') throw new Error(`transaction ${one} was never answered`);
      counts[outcome] += 1;
    }
  };
  const writers = Promise.all(Array.from({ length: WRITERS }, write));
  for (let cut = 0; cut < CUTS; cut++) {
    await sleep(cut % CUT_AFTER_MS_MAX);
    const [socket] = [...sockets].slice(cut % Math.max(1, sockets.size));
    if (cut % 2 === 0) socket?.destroy();
    else socket?.resetAndDestroy();
  }
  isCutting = false;
  await writers;
  expect(counts.done).toBeGreaterThan(0);
  expect(counts.lost).toBeGreaterThan(0);
  const [row] = await pool<{ count: number }[]>`SELECT count(*) AS count FROM lines`;
  expect(row?.count).toBeGreaterThanOrEqual(counts.done);
});

test('a database that was away for long is found within a second of its return', () => {
  expect(pool.options.backoff).toBe(secondsToReconnect);
  for (const attempt of [0, 1, 5, 10, 100]) {
    expect(secondsToReconnect(attempt)).toBeGreaterThan(0);
    expect(secondsToReconnect(attempt)).toBeLessThanOrEqual(1);
  }
});
