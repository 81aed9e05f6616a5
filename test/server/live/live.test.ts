import { v7 as newUuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MunicipalityId } from '../../../src/domain/primitives.ts';
import { API_BASE } from '../../../src/protocol/version.ts';
import { createLiveHub } from '../../../src/server/live/live-hub.ts';
import { startTestServer, type TestServer, type TestSession, TORINO } from '../start-test-server.ts';
import { createService, editField, problemType, push, type TestChange } from '../test-changes.ts';
import { createRegisteredVault, sealRows, sendMail } from '../test-vaults.ts';

let server: TestServer;
let worker: TestSession;
beforeAll(async () => {
  server = await startTestServer({ TACCUINO_LIVE_MAX: '6' });
  worker = await server.join('outreach');
});
afterAll(() => server.close());

/** A live connection: `next` waits for a chunk and returns undefined at the end. */
async function connect(session: TestSession, url = server.url) {
  const abort = new AbortController();
  const headers = { authorization: `Bearer ${session.token}` };
  const response = await fetch(`${url}${API_BASE}/live`, { headers, signal: abort.signal });
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  const next = async (): Promise<string | undefined> => {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    return done ? undefined : decoder.decode(value);
  };
  return { response, next, close: () => abort.abort() };
}

const createCard = (): TestChange => ({
  id: newUuid(),
  recordId: newUuid(),
  kind: 'practice',
  at: '2026-11-20T10:00:00.000Z',
  type: 'create',
  fields: { title: 'Orto', problem: 'P', done: 'D', office: 'O' },
});
const reviewOf = ({ recordId, kind }: TestChange, verb: string, seenVersion: number): TestChange => ({
  id: newUuid(),
  recordId,
  kind,
  at: '2026-11-20T11:00:00.000Z',
  type: 'review',
  verb,
  seenVersion,
});

const withinMs = <T>(promise: Promise<T>, ms: number): Promise<T | 'nothing'> =>
  Promise.race([promise, new Promise<'nothing'>((resolve) => setTimeout(() => resolve('nothing'), ms))]);

describe('a live connection', () => {
  test('hears within a second that its municipality advanced, also from another server, and nothing more', async () => {
    const other = await server.startAnother();
    const [here, there] = [await connect(worker), await connect(worker, other.url)];
    expect([await here.next(), await there.next()]).toEqual([': connected\n\n', ': connected\n\n']);
    expect(here.response.headers.get('content-type')).toBe('text/event-stream');
    await push((await server.join('outreach')).api, newUuid(), [createService()]);
    const events = await Promise.all([withinMs(here.next(), 1_000), withinMs(there.next(), 1_000)]);
    expect(events).toEqual(['event: advanced\ndata: \n\n', 'event: advanced\ndata: \n\n']);
    here.close();
    there.close();
    await other.close();
  });

  test('hears nothing of another municipality, nor of a push that changed nothing', async () => {
    const live = await connect(worker);
    await live.next();
    await push((await server.join('outreach', TORINO)).api, newUuid(), [createService()]);
    await push(worker.api, newUuid(), [createService({ date: '2199-01-01' })]);
    expect(await withinMs(live.next(), 400)).toBe('nothing');
    live.close();
  });

  test('hears in another city of a card that was validated, by whichever way the decision came, and of no correction', async () => {
    const [author, coordinator, far] = [
      await server.join('outreach'),
      await server.join('coordinator'),
      await server.join('outreach', TORINO),
    ];
    const live = await connect(far);
    await live.next();
    let next = live.next();
    const heard = async (ms: number) => {
      if ((await withinMs(next, ms)) === 'nothing') return false;
      next = live.next();
      return true;
    };
    const card = createCard();
    const made = await push(author.api, newUuid(), [card]);
    expect(await heard(300), 'nobody has decided on it yet').toBe(false);
    const seenVersion = made.records[0]?.version ?? 0;

    const vault = await createRegisteredVault(server, coordinator);
    await sendMail(server, vault, newUuid(), await sealRows(vault, [reviewOf(card, 'validate', seenVersion)]));
    expect(await heard(3_000), 'from a locked device').toBe(true);

    await push(author.api, newUuid(), [editField(card, 'title', { from: 'Orto', to: 'Orti', seenVersion: 999_999 })]);
    expect(await heard(300), 'a correction waits at home').toBe(false);

    // What a closed account had decided before is held, and a coordinator says yes to it.
    const left = await server.join('coordinator');
    const leftVault = await createRegisteredVault(server, left);
    const held = reviewOf(card, 'validate', 999_999);
    await coordinator.api.send('POST', `${API_BASE}/devices/${left.device.id}/revoke`);
    const version = (
      await push(author.api, newUuid(), [
        editField(card, 'title', { from: 'Orti', to: 'Un orto', seenVersion: 999_999 }),
      ])
    ).records[0]?.version;
    await sendMail(server, leftVault, newUuid(), await sealRows(leftVault, [{ ...held, seenVersion: version ?? 0 }]));
    expect(await heard(300), 'held, and not yet decided').toBe(false);
    const settled = await coordinator.api.post(`${API_BASE}/attention/${held.id}`, { protocol: 2, how: 'apply' });
    expect(settled.json).toEqual({ isSettled: true });
    expect(await heard(3_000), 'settled by a coordinator').toBe(true);
    next.catch(() => undefined);
    live.close();
  });

  test('ends when its session or its device does', async () => {
    const [leaving, revoked, coordinator] = [
      await server.join('outreach'),
      await server.join('outreach'),
      await server.join('coordinator'),
    ];
    const lives = [await connect(leaving), await connect(revoked)];
    for (const live of lives) await live.next();
    await leaving.api.delete(`${API_BASE}/session`);
    await coordinator.api.send('POST', `${API_BASE}/devices/${revoked.device.id}/revoke`);
    expect(await withinMs(Promise.all(lives.map((live) => live.next())), 2_000)).toEqual([undefined, undefined]);
  });

  test('too many of one session push out the oldest; too many in all are told to come back', async () => {
    const lives = [];
    for (let nth = 0; nth < 5; nth++) {
      const live = await connect(worker);
      await live.next();
      lives.push(live);
    }
    expect(await withinMs(lives[0]?.next() ?? Promise.resolve('none'), 500)).toBeUndefined();
    const others = [];
    for (let nth = 0; nth < 2; nth++) others.push(await connect(await server.join('outreach')));
    const refused = await (await server.join('outreach')).api.get(`${API_BASE}/live`);
    expect([refused.status, problemType(refused), refused.headers.get('retry-after')]).toEqual([
      503,
      'ServerBusy',
      '30',
    ]);
    for (const live of [...lives, ...others]) live.close();
  });

  test('ends when the server stops', async () => {
    const other = await server.startAnother();
    const live = await connect(worker, other.url);
    await live.next();
    const startedAt = performance.now();
    await other.close();
    expect(await live.next()).toBeUndefined();
    expect(performance.now() - startedAt).toBeLessThan(3_000);
  });
});

test('a hub that is closed takes nobody any more, so that a kept-alive connection cannot hold up a stop', () => {
  const hub = createLiveHub({ send: async () => undefined, reportFault: () => undefined, connectionsMax: 9 });
  hub.close();
  const client = { municipality: MunicipalityId.parse('c_d969'), sessionId: newUuid(), deviceId: newUuid() };
  expect(hub.connect(client)).toBeUndefined();
});
