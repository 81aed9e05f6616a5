import { v7 as newUuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PullResponse } from '../../../src/protocol/pull.ts';
import { API_BASE } from '../../../src/protocol/version.ts';
import { startTestServer, type TestServer, type TestSession } from '../start-test-server.ts';
import { createPerson, createService, editField, push } from '../test-changes.ts';

/** Order of commit = order of cursor: a reader that follows the cursor while eight write misses nothing. */
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const WRITERS = 8;
const PUSHES_EACH = 60;

test('readers that follow the cursor under eight writers miss nothing and see nothing twice', async () => {
  const other = await server.startAnother();
  const writers = await Promise.all(Array.from({ length: WRITERS }, () => server.join('outreach')));
  const readers = await Promise.all([1, 2].map(() => server.join('coordinator')));
  let isWriting = true;
  const written = Promise.all(writers.map((writer, index) => write(writer, index))).finally(() => {
    isWriting = false;
  });
  const seen = await Promise.all(readers.map((reader) => follow(reader, () => isWriting)));
  const ids = (await written).flat();
  expect(ids).toHaveLength(WRITERS * PUSHES_EACH * 5);
  for (const { versionsById, orders } of seen) {
    expect(new Set(versionsById.keys())).toEqual(new Set(ids));
    expect(orders).toEqual([...orders].sort((a, b) => a - b));
    expect(new Set(orders).size).toBe(orders.length);
  }
  expect([...(seen[0]?.versionsById ?? [])].sort()).toEqual([...(seen[1]?.versionsById ?? [])].sort());
  await other.close();
});

/** A person, then services for them, in small pushes. */
async function write(writer: TestSession, index: number): Promise<string[]> {
  const [stream, ids]: [string, string[]] = [newUuid(), []];
  for (let nth = 0; nth < PUSHES_EACH; nth++) {
    const person = createPerson({ nickname: `W${index}-${nth}` });
    const services = Array.from({ length: 4 }, () => createService({ beneficiary: person.recordId }));
    await push(writer.api, stream, [person, ...services], nth * 5 + 1);
    ids.push(person.recordId, ...services.map(({ recordId }) => recordId));
  }
  return ids;
}

async function follow(reader: TestSession, isWriting: () => boolean) {
  const versionsById = new Map<string, number>();
  const orders: number[] = [];
  for (let cursor = ''; ; ) {
    const wasWriting = isWriting();
    const answer = await reader.api.get(`${API_BASE}/pull?protocol=1${cursor === '' ? '' : `&cursor=${cursor}`}`);
    const page = PullResponse.parse(answer.json);
    cursor = page.cursor;
    for (const { id, version } of page.records) {
      versionsById.set(id, version);
      orders.push(version);
    }
    if (!wasWriting && page.records.length === 0) return { versionsById, orders };
  }
}

test('people who edit the same records at once all get a verdict, and every version is its own', async () => {
  const workers = await Promise.all(Array.from({ length: 4 }, () => server.join('outreach')));
  const people = Array.from({ length: 6 }, () => createPerson());
  const made = await push(workers[0]?.api ?? server.api, newUuid(), people);
  const seenVersion = Math.max(...made.records.map(({ version }) => version));
  const fields = ['givenName', 'familyName', 'note', 'phone'] as const;
  const pushes = await Promise.all(
    workers.map((worker, index) => {
      const edits = people.map((person) =>
        editField(person, fields[index] ?? 'note', { from: null, to: '+39 010 123456', seenVersion }),
      );
      // Each in another order: locks taken in the order of the edits would wait for each other in a ring.
      return push(worker.api, newUuid(), index % 2 === 0 ? edits : edits.reverse());
    }),
  );
  const verdicts = pushes.flatMap((pushed) => pushed.verdicts);
  expect(
    verdicts.map(({ verdict }) => verdict).filter((verdict) => verdict === 'refused' || verdict === 'conflict'),
  ).toEqual([]);
  const versions = verdicts.flatMap((verdict) => ('version' in verdict ? [verdict.version] : []));
  expect(new Set(versions).size).toBe(24);
  const last = await push(workers[0]?.api ?? server.api, newUuid(), [
    editField(people[0] ?? createPerson(), 'email', { from: null, to: 'a@example.org', seenVersion: 9_999 }),
  ]);
  expect(Object.keys(last.records[0]?.fields ?? {}).sort()).toEqual([
    'email',
    'familyName',
    'givenName',
    'nickname',
    'note',
    'phone',
  ]);
});
