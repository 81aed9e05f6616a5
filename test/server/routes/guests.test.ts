import { v7 as newUuid } from 'uuid';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { AttentionResponse } from '../../../src/protocol/attention.ts';
import { GuestStandingResponse, InvitationResponse } from '../../../src/protocol/guest.ts';
import { PullResponse } from '../../../src/protocol/pull.ts';
import { API_BASE } from '../../../src/protocol/version.ts';
import { verifyAudit } from '../../../src/server/store/verify-audit.ts';
import { readAudit } from '../read-audit.ts';
import { GENOVA, startTestServer, type TestServer, type TestSession } from '../start-test-server.ts';
import {
  createEvent,
  createPerson,
  createPresence,
  editField,
  problemType,
  push,
  type TestChange,
} from '../test-changes.ts';
import { bringCode, letGuestIn, openCode } from '../test-guests.ts';

const HOUR_MS = 60 * 60_000;
const CARD = 'TC-0123456789ABCDEFGHJK';

let server: TestServer;
let coordinator: TestSession;
let event: TestChange;
/** A server for each, because some let days pass. */
beforeEach(async () => {
  await server?.close();
  server = await startTestServer();
  coordinator = await server.join('coordinator');
  event = createEvent(server.clock.today());
  await push(coordinator.api, newUuid(), [event]);
});
afterAll(() => server.close());

const letIn = () => letGuestIn(server, coordinator.api, event.recordId);
const invitationPath = () => `${API_BASE}/events/${event.recordId}/invitation`;
const invitation = async () => InvitationResponse.parse((await coordinator.api.get(invitationPath())).json).invitation;
const pulled = async ({ api }: Pick<TestSession, 'api'>, query = '') =>
  PullResponse.parse((await api.get(`${API_BASE}/pull?protocol=2${query}`)).json);
const attention = async () => AttentionResponse.parse((await coordinator.api.get(`${API_BASE}/attention`)).json).items;

describe('the code of an event', () => {
  test('is the same each time, ends by hand, and the next one is another', async () => {
    expect(await invitation()).toBeUndefined();
    const code = await openCode(coordinator.api, event.recordId);
    const worker = await server.join('outreach');
    expect(await openCode(worker.api, event.recordId)).toBe(code);
    await bringCode(server.api, code);
    expect(await invitation()).toMatchObject({ code, standing: 'open', phones: 1 });

    expect((await coordinator.api.delete(invitationPath())).status).toBe(204);
    expect(await invitation()).toMatchObject({ code, standing: 'grace' });
    expect(problemType(await bringCode(server.api, code))).toBe('InvitationOver');
    expect(problemType(await coordinator.api.delete(invitationPath()))).toBe('NotFound');
    expect(await openCode(coordinator.api, event.recordId)).not.toBe(code);
  });

  test('stands in no table', async () => {
    const code = await openCode(coordinator.api, event.recordId);
    const rows = await server.owner.begin(async (sql) => {
      await sql`SELECT set_config('taccuino.municipality', ${GENOVA}, true)`;
      return [await sql`SELECT * FROM invitations`, await sql`SELECT detail FROM audit`];
    });
    expect(JSON.stringify(rows)).toContain(event.recordId);
    expect(JSON.stringify(rows)).not.toContain(code.slice(7));
  });

  test('ends with the event, as it is planned now', async () => {
    const code = await openCode(coordinator.api, event.recordId);
    server.clock.advance(30 * HOUR_MS);
    expect(problemType(await bringCode(server.api, code))).toBe('InvitationOver');
    const [record] = (await pulled(coordinator)).records;
    const moved = {
      from: event.fields && record?.fields.date,
      to: server.clock.today(),
      seenVersion: record?.version ?? 0,
    };
    await push(coordinator.api, newUuid(), [editField(event, 'date', moved)]);
    expect((await bringCode(server.api, code)).status).toBe(200);
  });

  test('is made once more after the event, for an hour, for a phone that still holds what it counted', async () => {
    const code = await openCode(coordinator.api, event.recordId);
    server.clock.advance(30 * HOUR_MS);
    const late = await openCode(coordinator.api, event.recordId);
    expect(late).not.toBe(code);
    expect(await openCode(coordinator.api, event.recordId)).toBe(late);
    expect(await invitation()).toMatchObject({ code: late, standing: 'open' });
    expect((await bringCode(server.api, late)).status).toBe(200);
    server.clock.advance(HOUR_MS);
    expect(problemType(await bringCode(server.api, late))).toBe('InvitationOver');
    expect(await invitation()).toMatchObject({ standing: 'grace' });
  });

  test('is made for no event that is not there, not planned or not an event', async () => {
    const person = createPerson();
    const cancelled = createEvent(server.clock.today(), { state: 'CANC' });
    await push(coordinator.api, newUuid(), [person, cancelled]);
    for (const id of [newUuid(), person.recordId, cancelled.recordId, 'x']) {
      const answer = await coordinator.api.send('POST', `${API_BASE}/events/${id}/invitation`);
      expect(problemType(answer)).toBe('NotFound');
    }
  });

  test.each(['', 'x', `c_d969.${'a'.repeat(43)}`, `c_f205.${'a'.repeat(43)}`])('"%s" is none', async (code) => {
    expect(problemType(await bringCode(server.api, code))).toBe('InvitationInvalid');
  });
});

describe('a phone that came in', () => {
  test('hears when its code is ended by hand, and what it holds is still taken; another code is not its own', async () => {
    const { api } = await letIn();
    const standing = async () => GuestStandingResponse.parse((await api.get(`${API_BASE}/guest`)).json).standing;
    expect(await standing()).toBe('open');
    await coordinator.api.delete(invitationPath());
    expect(await standing()).toBe('grace');
    const { verdicts } = await push(api, newUuid(), [createPresence(event)]);
    expect(verdicts).toMatchObject([{ verdict: 'accepted' }]);
    await openCode(coordinator.api, event.recordId);
    expect(await standing()).toBe('grace');
    server.clock.advance(49 * HOUR_MS);
    expect(await standing()).toBe('over');
  });

  test('is woken to ask when its code is ended', async () => {
    const { answer } = await letIn();
    const headers = { authorization: `Bearer ${answer.token}` };
    const live = await fetch(`${server.url}${API_BASE}/live`, { headers });
    const reader = live.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toContain('connected');
    await coordinator.api.delete(invitationPath());
    expect((await reader?.read())?.value).toContain('event: advanced');
    await reader?.cancel();
  });

  test('says what is seen of whoever it counted, and takes it back', async () => {
    const { api } = await letIn();
    const stream = newUuid();
    const one = createPresence(event);
    const told = editField(one, 'gender', { from: null, to: 'F', seenVersion: 0 });
    const back = editField(one, 'gender', { from: 'F', to: null, seenVersion: 0 });
    const first = await push(api, stream, [one, told]);
    expect(first.records.at(-1)?.fields).toMatchObject({ attendee: 'UNKN', gender: 'F' });
    const second = await push(api, stream, [back], 3);
    expect(second.verdicts).toMatchObject([{ verdict: 'accepted' }]);
    expect(second.records.at(-1)?.fields).not.toHaveProperty('gender');
  });

  test('counts, and sees its event, its own counts and nothing else', async () => {
    const [mine, others] = [await letIn(), await letIn()];
    const person = createPerson({ nickname: 'Segreta' });
    await push(coordinator.api, newUuid(), [person, createPresence(event, { attendee: 'RESI' })]);
    await push(others.api, newUuid(), [createPresence(event)]);
    const own = [createPresence(event), createPresence(event, { card: CARD })];
    const { verdicts, records } = await push(mine.api, newUuid(), own);
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['accepted', 'accepted']);
    expect(records).toHaveLength(2);

    const { records: seen, remaining } = await pulled(mine);
    expect(seen.map(({ id }) => id).sort()).toEqual([event, ...own].map(({ recordId }) => recordId).sort());
    expect(remaining).toBe(0);
    expect(JSON.stringify(seen)).not.toContain('Segreta');
    const { records: all } = await pulled(coordinator);
    expect(all.find(({ id }) => id === own[1]?.recordId)).toMatchObject({
      fields: { card: CARD },
      createdBy: { name: 'Orto in piazza · 1' },
    });
  });

  test('is nobody who signs in, and no account or device of the municipality', async () => {
    const { answer } = await letIn();
    const lists = [await coordinator.api.get(`${API_BASE}/accounts`), await coordinator.api.get(`${API_BASE}/devices`)];
    for (const { text } of lists) {
      expect(text).not.toContain(answer.actor.id);
      expect(text).not.toContain(answer.deviceId);
    }
    const reset = { protocol: 2, secret: 'a'.repeat(43) };
    const refused = await coordinator.api.post(`${API_BASE}/accounts/${answer.actor.id}/reset`, reset);
    expect(problemType(refused)).toBe('NotFound');
  });

  test('sends what it counted for two days more; later it needs a yes, and is then taken', async () => {
    const { api } = await letIn();
    const stream = newUuid();
    server.clock.advance(40 * HOUR_MS);
    const inTime = await push(api, stream, [createPresence(event)]);
    expect(inTime.verdicts).toMatchObject([{ verdict: 'accepted' }]);

    server.clock.advance(40 * HOUR_MS);
    const late = createPresence(event);
    const { verdicts, records } = await push(api, stream, [late], 2);
    expect(verdicts).toMatchObject([{ verdict: 'refused', refusal: { type: 'NotPermitted' } }]);
    expect(records).toEqual([]);
    expect((await pulled({ api })).records).toEqual([]);
    expect(await attention()).toMatchObject([{ changeId: late.id, why: 'refused' }]);

    const yes = await coordinator.api.post(`${API_BASE}/attention/${late.id}`, { protocol: 2, how: 'apply' });
    expect(yes.json).toEqual({ isSettled: true });
    expect((await pulled(coordinator)).records.map(({ id }) => id)).toContain(late.recordId);
    expect(await attention()).toEqual([]);
  });

  test('leaves its steps in the audit', async () => {
    await letIn();
    await coordinator.api.delete(invitationPath());
    const actions = (await readAudit(server)).map(({ action }) => action);
    for (const action of ['invitation-made', 'guest-let-in', 'invitation-ended']) expect(actions).toContain(action);
    const { municipality, id: actor } = coordinator.actor;
    expect(await verifyAudit(server.owner, { municipality, actor })).toMatchObject({ ok: true });
  });
});
