import { v7 as newUuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROLES } from '../../../src/domain/actor.ts';
import { PushResponse } from '../../../src/protocol/push.ts';
import { API_BASE } from '../../../src/protocol/version.ts';
import { readAudit } from '../read-audit.ts';
import { startTestServer, type TestServer, type TestSession, TORINO } from '../start-test-server.ts';
import { createPerson, createService, numberChanges, problemType, push, sendPush } from '../test-changes.ts';
import { carryIn, createRegisteredVault, createRescueFile, createVault, sealRow, sealRows } from '../test-vaults.ts';

let server: TestServer;
let worker: TestSession;
let coordinator: TestSession;
let volunteer: TestSession;

beforeAll(async () => {
  server = await startTestServer();
  worker = await server.join('outreach');
  coordinator = await server.join('coordinator');
  volunteer = await server.join('volunteer');
});
afterAll(() => server.close());

const countChanges = async () => (await readAudit(server)).filter(({ action }) => action === 'change').length;

describe('a rescue file', () => {
  test('carried in by anyone is decided as its owner, and once however often it comes', async () => {
    const vault = await createRegisteredVault(server, worker);
    const stream = newUuid();
    const person = createPerson();
    const changes = [person, createService({ beneficiary: person.recordId })];
    const file = createRescueFile(vault, stream, await sealRows(vault, changes));
    const first = await carryIn(volunteer, file);
    expect(first.json).toEqual({ taken: 2, held: 0, unreadable: 0 });
    const before = await countChanges();
    expect((await carryIn(coordinator, file)).json).toEqual(first.json);
    const pushed = PushResponse.parse((await sendPush(worker.api, stream, await numberChanges(changes))).json);
    expect(pushed.verdicts.map(({ verdict }) => verdict)).toEqual(['accepted', 'accepted']);
    expect(pushed.records.map(({ createdBy }) => createdBy.id)).toEqual([worker.actor.id, worker.actor.id]);
    expect(await countChanges()).toBe(before);
    const decided = (await readAudit(server)).filter(({ detail }) => detail.stream === stream);
    for (const { actor, detail } of decided) {
      expect([actor, detail.through, detail.carrier]).toEqual([worker.actor.id, 'rescue', volunteer.actor.id]);
    }
  });

  test('carried in by two at the same moment takes effect once', async () => {
    const vault = await createRegisteredVault(server, worker);
    const file = createRescueFile(vault, newUuid(), await sealRows(vault, [createPerson(), createService()]));
    const before = await countChanges();
    const answers = await Promise.all([volunteer, coordinator, worker].map((session) => carryIn(session, file)));
    expect(answers.map(({ json }) => json)).toEqual(answers.map(() => ({ taken: 2, held: 0, unreadable: 0 })));
    expect(await countChanges()).toBe(before + 2);
  });

  test('may hold more than one push carries', async () => {
    const vault = await createRegisteredVault(server, worker);
    const changes = Array.from({ length: 1_100 }, () => createService());
    const file = createRescueFile(vault, newUuid(), await sealRows(vault, changes));
    expect((await carryIn(volunteer, file)).json).toEqual({ taken: 1_100, held: 0, unreadable: 0 });
  });

  test('with a damaged row keeps what lies behind it for a coordinator', async () => {
    const vault = await createRegisteredVault(server, worker);
    const stranger = await createVault(server, worker);
    const rows = [
      ...(await sealRows(vault, [createService()])),
      await sealRow(stranger, 2, createService()),
      ...(await sealRows(vault, [createService(), createService()], 3)),
    ];
    const file = createRescueFile(vault, newUuid(), rows);
    for (const session of [volunteer, worker]) {
      expect((await carryIn(session, file)).json).toEqual({ taken: 1, held: 2, unreadable: 1 });
    }
  });

  test('whose stream does not fit is held, and decided when the device pushes it after all', async () => {
    const vault = await createRegisteredVault(server, worker);
    const stream = newUuid();
    await push(worker.api, stream, [createService()]);
    const late = createService();
    const file = createRescueFile(vault, stream, await sealRows(vault, [late], 5));
    expect((await carryIn(volunteer, file)).json).toEqual({ taken: 0, held: 1, unreadable: 0 });
    expect((await push(worker.api, stream, [late], 2)).verdicts).toMatchObject([{ verdict: 'accepted' }]);
    expect((await carryIn(volunteer, file)).json).toEqual({ taken: 1, held: 0, unreadable: 0 });
  });

  test('of a revoked device is held', async () => {
    const lost = await server.join('outreach');
    const vault = await createRegisteredVault(server, lost);
    await coordinator.api.send('POST', `${API_BASE}/devices/${lost.device.id}/revoke`);
    const file = createRescueFile(vault, newUuid(), await sealRows(vault, [createService()]));
    expect((await carryIn(volunteer, file)).json).toEqual({ taken: 0, held: 1, unreadable: 0 });
  });

  test('of another municipality, or with its name forged, is not known', async () => {
    const vault = await createRegisteredVault(server, worker);
    const file = createRescueFile(vault, newUuid(), await sealRows(vault, [createService()]));
    const stranger = await server.join('coordinator', TORINO);
    expect(problemType(await carryIn(stranger, file))).toBe('VaultUnknown');
    expect(problemType(await carryIn(stranger, { ...file, municipality: stranger.actor.municipality }))).toBe(
      'VaultUnknown',
    );
    const misnamed = { ...file, municipality: stranger.actor.municipality };
    expect(problemType(await carryIn(worker, misnamed))).toBe('VaultUnknown');
    expect(problemType(await carryIn(worker, { ...file, vaultId: newUuid() }))).toBe('VaultUnknown');
  });

  test('may weigh more than a push, but not without end', async () => {
    const send = (bytes: number) => worker.api.post(`${API_BASE}/rescue`, { protocol: 2, file: 'x'.repeat(bytes) });
    expect(problemType(await send(10 * 1024 * 1024))).toBe('BodyInvalid');
    expect(problemType(await send(33 * 1024 * 1024))).toBe('BodyTooLarge');
  });

  test.each([
    ['another kind of file', { taccuino: 'backup' }],
    ['a version not known yet', { version: 2 }],
    ['no rows', { rows: [] }],
    ['something added', { note: 'x' }],
  ])('that is %s is refused', async (_, wrong) => {
    const vault = await createRegisteredVault(server, worker);
    const file = createRescueFile(vault, newUuid(), await sealRows(vault, [createService()]));
    const answer = await worker.api.post(`${API_BASE}/rescue`, { protocol: 2, file: { ...file, ...wrong } });
    expect(problemType(answer)).toBe('BodyInvalid');
  });
});

test('every role may carry one in', async () => {
  const vault = await createRegisteredVault(server, worker);
  const file = createRescueFile(vault, newUuid(), await sealRows(vault, [createService()]));
  for (const role of ROLES) expect((await carryIn(await server.join(role), file)).status).toBe(200);
});
