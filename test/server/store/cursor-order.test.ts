import { beforeEach, expect, test } from 'vitest';
import type { PushStore } from '../../../src/server/push/push-ports.ts';
import { migrate } from '../../../src/server/store/migrate.ts';
import { runCursorDrill } from '../../drill/cursor-drill.ts';
import { createDatabase } from '../start-test-server.ts';

/** `npm run drill -- cursor` does the same with 100,000 commits. */
const COMMITS = 6_000;
const WRITERS = 8;
const READERS = 3;
const FAULTLESS = { missed: 0, outOfOrder: 0, twice: 0 };

let database: Awaited<ReturnType<typeof createDatabase>>;
beforeEach(async () => {
  database = await createDatabase();
  await migrate(database);
});

test('of 6,000 commits by eight writers no reader misses one, sees one twice or out of order', async () => {
  const { seen } = await runCursorDrill({ ...database, commits: COMMITS, writers: WRITERS, readers: READERS });
  expect(seen).toEqual(Array.from({ length: READERS }, () => FAULTLESS));
}, 180_000);

test('versions taken before a writer’s turn, as a sequence gives them, are found out', async () => {
  let taken = 0;
  const wrapStore = (store: PushStore): PushStore => ({
    inTransaction: (actor, work) =>
      store.inTransaction(actor, (transaction) => {
        const version = taken++;
        return work({ ...transaction, lockHead: async () => ({ ...(await transaction.lockHead()), version }) });
      }),
  });
  const { seen } = await runCursorDrill({ ...database, commits: 1_000, writers: WRITERS, readers: READERS, wrapStore });
  for (const { missed } of seen) expect(missed).toBeGreaterThan(0);
});
