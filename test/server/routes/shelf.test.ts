import { createHmac } from 'node:crypto';
import { v7 as newUuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROLES } from '../../../src/domain/actor.ts';
import { PullResponse } from '../../../src/protocol/pull.ts';
import { API_BASE } from '../../../src/protocol/version.ts';
import type { ApiClient } from '../api-client.ts';
import { startTestServer, type TestServer, type TestSession, TORINO } from '../start-test-server.ts';
import { createPerson, createService, push, type TestChange } from '../test-changes.ts';

/** Law 7: what crosses from one city to another is what a coordinator there validated, of the shared kinds, and nothing else. */
let server: TestServer;
let genova: TestSession;
let torino: TestSession;
const CARDS = 7;
let cardIds: string[];

const practice = (title: string, recordId = newUuid()): TestChange => ({
  id: newUuid(),
  recordId,
  kind: 'practice',
  at: '2026-11-20T10:00:00.000Z',
  type: 'create',
  fields: { title, problem: 'P', done: 'D', office: 'O' },
});
const validate = ({ recordId }: TestChange): TestChange => ({
  id: newUuid(),
  recordId,
  kind: 'practice',
  at: '2026-11-20T11:00:00.000Z',
  type: 'review',
  verb: 'validate',
  seenVersion: 999_999,
});
async function publish(session: TestSession, cards: readonly TestChange[]): Promise<void> {
  const made = await push(session.api, newUuid(), cards);
  const versions = new Map(made.records.map(({ id, version }) => [id as string, version]));
  const reviews = cards.map((card) => ({ ...validate(card), seenVersion: versions.get(card.recordId) ?? 0 }));
  const { verdicts } = await push(session.api, newUuid(), reviews);
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(cards.map(() => 'accepted'));
}

async function pullAll(api: ApiClient, limit = 1_000, from?: string) {
  const records = [];
  for (let cursor = from, pages = 1; ; pages++) {
    const query = `protocol=1&limit=${limit}${cursor === undefined ? '' : `&cursor=${cursor}`}`;
    const page = PullResponse.parse((await api.get(`${API_BASE}/pull?${query}`)).json);
    expect(page.records.length).toBeLessThanOrEqual(limit);
    records.push(...page.records);
    cursor = page.cursor;
    if (page.remaining === 0) return { records, cursor, pages };
  }
}

beforeAll(async () => {
  server = await startTestServer();
  genova = await server.join('coordinator');
  torino = await server.join('coordinator', TORINO);
  const cards = Array.from({ length: CARDS }, (_, n) => practice(`Carta ${n}`));
  cardIds = cards.map(({ recordId }) => recordId);
  await publish(genova, cards);
  await push(genova.api, newUuid(), [createPerson(), createService(), practice('DRAFT')]);
});
afterAll(() => server.close());

describe('the shelf of the network', () => {
  test.each([1, 2, 3, 1_000])('comes whole and once in pages of %i, after what is of the own city', async (limit) => {
    const { records } = await pullAll(torino.api, limit);
    const others = records.filter(({ municipality }) => municipality !== TORINO);
    expect(others.map(({ id }) => id)).toEqual(cardIds);
    expect(JSON.stringify(records)).not.toMatch(/Moussa|DRAFT|"beneficiary"|"service"/);
  });

  test('goes on from where a cursor stood, also from one that knows of no shelf', async () => {
    const { cursor } = await pullAll(torino.api);
    expect((await pullAll(torino.api, 1_000, cursor)).records).toEqual([]);
    const later = practice('Dopo');
    await publish(genova, [later]);
    cardIds.push(later.recordId);
    expect((await pullAll(torino.api, 1_000, cursor)).records.map(({ id }) => id)).toEqual([later.recordId]);
    const { epoch } = PullResponse.parse((await torino.api.get(`${API_BASE}/pull?protocol=1`)).json);
    const old = cursorOfVersion1(torino, epoch, 0);
    expect((await pullAll(torino.api, 1_000, old)).records.map(({ id }) => id)).toEqual(cardIds);
  });

  test.each(ROLES.filter((role) => role !== 'outreach' && role !== 'coordinator'))(
    'holds nothing for a %s',
    async (role) => {
      const { api } = await server.join(role, TORINO);
      const answer = await api.get(`${API_BASE}/pull?protocol=1`);
      expect(answer.text).not.toContain('Carta');
    },
  );

  test('never takes the place of a record of the own city that has the same id', async () => {
    const person = createPerson({ nickname: 'Torinese' });
    await push(torino.api, newUuid(), [person]);
    await publish(genova, [practice('Falsa', person.recordId)]);
    const { records } = await pullAll(torino.api);
    expect(records.filter(({ id }) => id === person.recordId)).toMatchObject([
      { municipality: TORINO, kind: 'beneficiary' },
    ]);
  });

  test('takes no change from another city', async () => {
    const [id = ''] = cardIds;
    const edit = {
      id: newUuid(),
      recordId: id,
      kind: 'practice',
      at: '2026-11-20T12:00:00.000Z',
      type: 'edit',
      seenVersion: 999_999,
    };
    const fields = { title: { from: 'Carta 0', to: 'Mia' } };
    const { verdicts } = await push(torino.api, newUuid(), [{ ...edit, fields }]);
    expect(verdicts).toMatchObject([{ verdict: 'refused', refusal: { type: 'RecordUnknown' } }]);
  });
});

/** As the server before the shelf wrote it. */
function cursorOfVersion1({ account }: TestSession, epoch: string, version: number): string {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(version));
  const { actor } = account;
  const mac = createHmac('sha256', server.keys.cursor)
    .update(`cursor/v1\n${actor.municipality}\n${actor.role}\n${actor.id}\n${epoch}\n`)
    .update(bytes)
    .digest()
    .subarray(0, 16);
  return Buffer.concat([bytes, mac]).toString('base64url');
}
