import { v7 as newUuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MunicipalityId } from '../../../src/domain/primitives.ts';
import type { RecordEnvelope } from '../../../src/domain/record.ts';
import { PullResponse } from '../../../src/protocol/pull.ts';
import { API_BASE } from '../../../src/protocol/version.ts';
import { renewEpoch } from '../../../src/server/store/municipalities.ts';
import type { ApiClient } from '../api-client.ts';
import { GENOVA, startTestServer, type TestServer, type TestSession, TORINO } from '../start-test-server.ts';
import { createPerson, createService, problemType, push } from '../test-changes.ts';

let server: TestServer;
let worker: TestSession;
let coordinator: TestSession;

beforeAll(async () => {
  server = await startTestServer();
  worker = await server.join('outreach');
  coordinator = await server.join('coordinator');
});
afterAll(() => server.close());

const pullPage = async (api: ApiClient, cursor?: string) =>
  PullResponse.parse(
    (await api.get(`${API_BASE}/pull?protocol=1${cursor === undefined ? '' : `&cursor=${cursor}`}`)).json,
  );

async function pullAll(
  api: ApiClient,
  from?: string,
): Promise<{ records: RecordEnvelope[]; cursor: string; pages: number }> {
  const records: RecordEnvelope[] = [];
  for (let cursor = from, pages = 1; ; pages++) {
    const page = await pullPage(api, cursor);
    records.push(...page.records);
    cursor = page.cursor;
    if (page.remaining === 0) return { records, cursor, pages };
  }
}

const countReads = async (): Promise<number> => {
  const rows = await server.owner.begin(async (sql) => {
    await sql`SELECT set_config('taccuino.municipality', ${GENOVA}, true)`;
    return sql<{ count: number }[]>`SELECT count(*) AS count FROM audit WHERE action = 'read'`;
  });
  return rows[0]?.count ?? 0;
};

describe('a pull', () => {
  test('comes in pages of a thousand that go on where they stopped, each record once', async () => {
    const services = Array.from({ length: 2_300 }, () => createService());
    for (let start = 0; start < services.length; start += 500)
      await push(worker.api, newUuid(), services.slice(start, start + 500));
    const first = await pullPage(coordinator.api);
    expect([first.records.length, first.remaining]).toEqual([1_000, 1_300]);
    const rest = await pullAll(coordinator.api, first.cursor);
    expect(rest.pages).toBe(2);
    const ids = [...first.records, ...rest.records].map(({ id }) => id);
    expect(new Set(ids)).toEqual(new Set(services.map(({ recordId }) => recordId)));
    expect(ids).toHaveLength(2_300);
    const again = await pullPage(coordinator.api, first.cursor);
    expect(again.records.map(({ id }) => id)).toEqual(rest.records.slice(0, 1_000).map(({ id }) => id));
  });

  test('comes in smaller pages for who asks for them, and refuses sizes that are none', async () => {
    const { cursor: before } = await pullAll(coordinator.api);
    await push(
      worker.api,
      newUuid(),
      Array.from({ length: 5 }, () => createService()),
    );
    const ofSize = (limit: string, cursor: string) =>
      coordinator.api.get(`${API_BASE}/pull?protocol=1&limit=${limit}&cursor=${cursor}`);
    const first = PullResponse.parse((await ofSize('2', before)).json);
    expect([first.records.length, first.remaining]).toEqual([2, 3]);
    const second = PullResponse.parse((await ofSize('3', first.cursor)).json);
    expect([second.records.length, second.remaining]).toEqual([3, 0]);
    for (const limit of ['0', '1001', '1.5', 'all']) expect((await ofSize(limit, before)).status).toBe(400);
  });

  test('brings only what is new, removals and restores included, without what was removed', async () => {
    const person = createPerson({ nickname: 'Will be removed' });
    await push(worker.api, newUuid(), [person]);
    const { cursor } = await pullAll(worker.api);
    expect(await pullPage(worker.api, cursor)).toMatchObject({ records: [], remaining: 0, cursor });
    const remove = { id: newUuid(), recordId: person.recordId, kind: 'beneficiary', at: person.at, type: 'remove' };
    await push(coordinator.api, newUuid(), [remove]);
    const other = await server.join('outreach');
    const removed = await pullPage(worker.api, cursor);
    expect(removed.records).toMatchObject([{ id: person.recordId, removed: true }]);
    expect((await pullPage(other.api)).records.some(({ fields }) => fields.nickname === 'Will be removed')).toBe(false);
    const seen = (await pullAll(other.api)).records.find(({ id }) => id === person.recordId);
    expect(seen).toMatchObject({ removed: true, fields: {} });
  });

  test('shows restricted fields to their author and the coordinator only', async () => {
    const person = createPerson({ nickname: 'Sara', residenceStatus: 'ASIL', restrictedNote: 'secret' });
    await push(worker.api, newUuid(), [person]);
    const colleague = await server.join('outreach');
    const seenBy = async (api: ApiClient) =>
      (await pullAll(api)).records.find(({ id }) => id === person.recordId)?.fields;
    expect(await seenBy(worker.api)).toMatchObject({ restrictedNote: 'secret', residenceStatus: 'ASIL' });
    expect(await seenBy(coordinator.api)).toMatchObject({ restrictedNote: 'secret' });
    expect(await seenBy(colleague.api)).toEqual({ nickname: 'Sara' });
  });

  test('is written to the audit once a page, and not when there was nothing', async () => {
    await push(worker.api, newUuid(), [createService()]);
    const before = await countReads();
    const { cursor, pages } = await pullAll(worker.api);
    expect(await countReads()).toBe(before + pages);
    await pullPage(worker.api, cursor);
    expect(await countReads()).toBe(before + pages);
  });

  test('is compressed for whoever takes gzip', async () => {
    const answer = await coordinator.api.get(`${API_BASE}/pull?protocol=1`, { 'accept-encoding': 'gzip' });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(PullResponse.parse(answer.json).records).toHaveLength(1_000);
  });
});

describe('a cursor', () => {
  const refusalOf = async (api: ApiClient, cursor: string) =>
    problemType(await api.get(`${API_BASE}/pull?protocol=1&cursor=${cursor}`));

  test('that was altered, cut or made up is invalid', async () => {
    const { cursor } = await pullPage(worker.api);
    const flipped = `${cursor.slice(0, 9)}${cursor[9] === 'A' ? 'B' : 'A'}${cursor.slice(10)}`;
    for (const wrong of [flipped, cursor.slice(0, -2), `${cursor}AA`, 'x', '', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA']) {
      expect(await refusalOf(worker.api, wrong)).toBe('CursorInvalid');
    }
  });

  test('of another role, person or municipality is invalid', async () => {
    const { cursor } = await pullPage(worker.api);
    expect(await refusalOf(coordinator.api, cursor)).toBe('CursorInvalid');
    expect(await refusalOf((await server.join('outreach')).api, cursor)).toBe('CursorInvalid');
    expect(await refusalOf((await server.join('outreach', TORINO)).api, cursor)).toBe('CursorInvalid');
  });

  test('from before a restore is invalid, and the epoch is another', async () => {
    const stranger = await server.join('outreach', TORINO);
    await push(stranger.api, newUuid(), [createService()]);
    const before = await pullPage(stranger.api);
    await renewEpoch(server.owner, MunicipalityId.parse(TORINO), server.clock.now());
    expect(await refusalOf(stranger.api, before.cursor)).toBe('CursorInvalid');
    const after = await pullPage(stranger.api);
    expect(after.epoch).not.toBe(before.epoch);
    expect(after.records).toEqual(before.records);
  });
});
