import { v7 as newUuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DevicesResponse } from '../../../src/protocol/devices.ts';
import { MailboxResponse } from '../../../src/protocol/mailbox.ts';
import { PushResponse } from '../../../src/protocol/push.ts';
import { API_BASE } from '../../../src/protocol/version.ts';
import { readAudit } from '../read-audit.ts';
import { startTestServer, type TestServer, type TestSession } from '../start-test-server.ts';
import { createPerson, createService, editField, numberChanges, problemType, push, sendPush } from '../test-changes.ts';
import { createRegisteredVault, createVault, sealContent, sealRow, sealRows, sendMail } from '../test-vaults.ts';

let server: TestServer;
let worker: TestSession;
let coordinator: TestSession;

beforeAll(async () => {
  server = await startTestServer();
  worker = await server.join('outreach');
  coordinator = await server.join('coordinator');
});
afterAll(() => server.close());

const becameOf = (answer: { json: unknown }) => MailboxResponse.parse(answer.json).rows.map(({ became }) => became);
const pulled = async () => (await coordinator.api.get(`${API_BASE}/pull?protocol=1`)).text;

describe('the mailbox', () => {
  test('decides the rows of a locked vault as its owner, and a later push finds the same verdicts and nothing twice', async () => {
    const vault = await createRegisteredVault(server, worker);
    const stream = newUuid();
    const person = createPerson();
    const changes = [
      person,
      createService({ beneficiary: person.recordId }),
      createService({ date: '2199-01-01' }),
      editField(person, 'familyName', { from: null, to: 'Diallo', seenVersion: 0 }),
    ];
    const mailed = await sendMail(server, vault, stream, await sealRows(vault, changes));
    expect(becameOf(mailed)).toEqual(['taken', 'taken', 'taken', 'taken']);
    expect(await pulled()).toContain(person.recordId);
    const before = await readAudit(server);
    const pushed = PushResponse.parse((await sendPush(worker.api, stream, await numberChanges(changes))).json);
    expect(pushed.verdicts.map(({ verdict }) => verdict)).toEqual(['accepted', 'accepted', 'refused', 'accepted']);
    expect(pushed.mark).toBe(4);
    expect(await readAudit(server)).toEqual(before);
    const decided = before.filter(({ detail }) => detail.stream === stream);
    expect(decided).toHaveLength(4);
    for (const { actor, detail } of decided) expect([actor, detail.through]).toEqual([worker.actor.id, 'mailbox']);
    const record = pushed.records.find(({ id }) => id === person.recordId);
    expect(record).toMatchObject({ createdBy: { id: worker.actor.id }, fields: { familyName: 'Diallo' } });
  });

  test('takes the same rows again, and new ones behind them', async () => {
    const vault = await createRegisteredVault(server, worker);
    const stream = newUuid();
    const rows = await sealRows(vault, [createService(), createService(), createService()]);
    expect(becameOf(await sendMail(server, vault, stream, rows.slice(0, 2)))).toEqual(['taken', 'taken']);
    expect(becameOf(await sendMail(server, vault, stream, rows))).toEqual(['taken', 'taken', 'taken']);
  });

  test('is a contact: the list of devices says when the locked one was seen', async () => {
    const vault = await createRegisteredVault(server, worker);
    const seenAt = async () => {
      const { devices } = DevicesResponse.parse((await coordinator.api.get(`${API_BASE}/devices`)).json);
      return Date.parse(devices.find(({ id }) => id === worker.device.id)?.lastSeenAt ?? '');
    };
    const before = await seenAt();
    server.clock.advance(2 * 60 * 60_000);
    await sendMail(server, vault, newUuid(), await sealRows(vault, [createService()]));
    expect((await seenAt()) - before).toBeGreaterThanOrEqual(2 * 60 * 60_000);
  });

  test('goes on where a push stopped', async () => {
    const vault = await createRegisteredVault(server, worker);
    const stream = newUuid();
    await push(worker.api, stream, [createService()]);
    const rows = await sealRows(vault, [createService()], 2);
    expect(becameOf(await sendMail(server, vault, stream, rows))).toEqual(['taken']);
    expect((await push(worker.api, stream, [createService()], 3)).mark).toBe(3);
  });

  test('takes what lies before a hole and leaves the rest on the device', async () => {
    const vault = await createRegisteredVault(server, worker);
    const stream = newUuid();
    const [one, two, , four] = await sealRows(
      vault,
      Array.from({ length: 4 }, () => createService()),
    );
    const rows = [one, two, four].flatMap((row) => row ?? []);
    const answer = MailboxResponse.parse((await sendMail(server, vault, stream, rows)).json);
    expect(answer.rows).toEqual(rows.slice(0, 2).map(({ changeId }) => ({ changeId, became: 'taken' })));
  });

  test('names the row that does not open, and takes those before it', async () => {
    const vault = await createRegisteredVault(server, worker);
    const stranger = await createVault(server, worker);
    const rows = [
      ...(await sealRows(vault, [createService()])),
      await sealRow(stranger, 2, createService()),
      ...(await sealRows(vault, [createService()], 3)),
    ];
    const answer = MailboxResponse.parse((await sendMail(server, vault, newUuid(), rows)).json);
    expect(answer.rows).toEqual([
      { changeId: rows[0]?.changeId, became: 'taken' },
      { changeId: rows[1]?.changeId, became: 'unreadable' },
    ]);
  });

  test('opens no row that was moved to another change, altered, or sealed with something else inside', async () => {
    const vault = await createRegisteredVault(server, worker);
    const [one, two] = [createService(), createService()];
    const whole = await sealRow(vault, 1, one);
    const place = { seq: 1, changeId: two.id };
    const nested = JSON.parse(`${'['.repeat(100)}${']'.repeat(100)}`);
    for (const row of [
      { ...whole, changeId: two.id },
      { ...whole, sealed: `${whole.sealed.slice(0, -4)}AAAA` },
      { ...whole, sealed: '' },
      { ...whole, sealed: 'A' },
      await sealContent(vault, place, { change: one, hash: 'a'.repeat(64) }),
      await sealContent(vault, place, { change: two, hash: 'no hash' }),
      await sealContent(vault, place, [two]),
      await sealContent(vault, place, { change: { id: two.id, nested }, hash: 'a'.repeat(64) }),
      await sealContent(vault, place, { change: two, hash: 'a'.repeat(64), filler: 'x'.repeat(2 * 1024 * 1024) }),
    ]) {
      expect(becameOf(await sendMail(server, vault, newUuid(), [row]))).toEqual(['unreadable']);
    }
  });

  test('refuses a poison change alone', async () => {
    const vault = await createRegisteredVault(server, worker);
    const poison = { ...createService(), secretly: 1 };
    const changes = [createService(), poison, createService()];
    const stream = newUuid();
    expect(becameOf(await sendMail(server, vault, stream, await sealRows(vault, changes)))).toEqual(
      changes.map(() => 'taken'),
    );
    expect((await push(worker.api, stream, changes)).verdicts.map(({ verdict }) => verdict)).toEqual([
      'accepted',
      'refused',
      'accepted',
    ]);
  });

  test('says of a stream what a push would say', async () => {
    const vault = await createRegisteredVault(server, worker);
    const stream = newUuid();
    await push(worker.api, stream, [createService()]);
    const mail = async (seq: number, where = stream) =>
      sendMail(server, vault, where, await sealRows(vault, [createService()], seq));
    const gap = await mail(3);
    expect([problemType(gap), gap.json]).toMatchObject(['StreamGap', { mark: 1 }]);
    expect(problemType(await mail(1))).toBe('StreamForked');
    const theirs = newUuid();
    await push(coordinator.api, theirs, [createService()]);
    expect(problemType(await mail(2, theirs))).toBe('StreamForeign');
    const back = [...(await sealRows(vault, [createService()], 2)), ...(await sealRows(vault, [createService()], 1))];
    expect(problemType(await sendMail(server, vault, newUuid(), back))).toBe('BodyInvalid');
  });

  test('knows no vault that was not registered, nor one of another device', async () => {
    const unknown = await createVault(server, worker);
    const rows = await sealRows(unknown, [createService()]);
    expect(problemType(await sendMail(server, unknown, newUuid(), rows))).toBe('VaultUnknown');
    const vault = await createRegisteredVault(server, worker);
    const elsewhere = { ...vault, session: coordinator };
    const good = await sealRows(vault, [createService()]);
    expect(problemType(await sendMail(server, elsewhere, newUuid(), good))).toBe('VaultUnknown');
  });

  test("opens nothing that was sealed in one vault and sent in another's name", async () => {
    const mine = await createRegisteredVault(server, worker);
    const theirs = await createRegisteredVault(server, await server.signIn(coordinator.account, worker.device));
    const rows = await sealRows(mine, [createService()]);
    expect(becameOf(await sendMail(server, theirs, newUuid(), rows))).toEqual(['unreadable']);
  });

  test('of a revoked device is held, once, and not decided', async () => {
    const lost = await server.join('outreach');
    const vault = await createRegisteredVault(server, lost);
    const stream = newUuid();
    const known = createService();
    await push(lost.api, stream, [known]);
    await coordinator.api.send('POST', `${API_BASE}/devices/${lost.device.id}/revoke`);
    const change = createPerson();
    const rows = [...(await sealRows(vault, [known])), ...(await sealRows(vault, [change], 2))];
    expect(becameOf(await sendMail(server, vault, stream, rows))).toEqual(['taken', 'held']);
    expect(becameOf(await sendMail(server, vault, stream, rows))).toEqual(['taken', 'held']);
    expect(await pulled()).not.toContain(change.recordId);
    const held = (await readAudit(server)).filter(({ action }) => action === 'changes-held');
    expect(held.filter(({ detail }) => detail.vault === vault.id)).toMatchObject([
      { detail: { changes: [change.id] } },
    ]);
  });

  test('of a revoked device does not take an id that is already another change', async () => {
    const lost = await server.join('outreach');
    const vault = await createRegisteredVault(server, lost);
    const known = createService();
    await push(coordinator.api, newUuid(), [known]);
    await coordinator.api.send('POST', `${API_BASE}/devices/${lost.device.id}/revoke`);
    const rows = await sealRows(vault, [{ ...createService(), id: known.id }]);
    expect(becameOf(await sendMail(server, vault, newUuid(), rows))).toEqual(['unreadable']);
  });

  test('lets in a revoked device for nothing else', async () => {
    const lost = await server.join('outreach');
    await coordinator.api.send('POST', `${API_BASE}/devices/${lost.device.id}/revoke`);
    const { username, secret } = lost.account;
    const device = server.api.as(`Device ${lost.device.token}`);
    const signedIn = await device.post(`${API_BASE}/session`, { protocol: 2, username, secret });
    expect(problemType(signedIn)).toBe('DeviceRevoked');
    expect(problemType(await sendPush(lost.api, newUuid(), await numberChanges([createService()])))).toBe(
      'DeviceRevoked',
    );
  });

  test.each([
    ['no rows', { rows: [] }],
    ['a row without a number', { rows: [{ changeId: newUuid(), sealed: 'AAAA' }] }],
    ['a row number below one', { rows: [{ seq: 0, changeId: newUuid(), sealed: 'AAAA' }] }],
    ['a row in the clear', { rows: [{ seq: 1, changeId: newUuid(), sealed: '{"a":1}' }] }],
    ['a vault id that is none', { vaultId: '../x' }],
    [
      'too many rows',
      { rows: Array.from({ length: 501 }, (_, i) => ({ seq: i + 1, changeId: newUuid(), sealed: '' })) },
    ],
  ])('with %s is refused', async (_, wrong) => {
    const row = { seq: 1, changeId: newUuid(), sealed: 'AAAA' };
    const body = { protocol: 2, vaultId: newUuid(), stream: newUuid(), rows: [row], ...wrong };
    const answer = await server.api.as(`Device ${worker.device.token}`).post(`${API_BASE}/mailbox`, body);
    expect(problemType(answer)).toBe('BodyInvalid');
  });

  test('of 10 MB is refused', async () => {
    const body = { protocol: 2, vaultId: newUuid(), stream: newUuid(), rows: [], filler: 'x'.repeat(10 * 1024 * 1024) };
    const answer = await server.api.as(`Device ${worker.device.token}`).post(`${API_BASE}/mailbox`, body);
    expect([answer.status, problemType(answer)]).toEqual([413, 'BodyTooLarge']);
  });
});
