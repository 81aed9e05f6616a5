import { v7 as newUuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EpochResponse } from '../../../src/protocol/epoch.ts';
import { StandingResponse } from '../../../src/protocol/standing.ts';
import { API_BASE } from '../../../src/protocol/version.ts';
import { renewEpoch } from '../../../src/server/store/municipalities.ts';
import { verifyAudit } from '../../../src/server/store/verify-audit.ts';
import { readAudit } from '../read-audit.ts';
import { startTestServer, type TestServer, type TestSession } from '../start-test-server.ts';
import { createPerson, createService, editField, push, type TestChange } from '../test-changes.ts';

let server: TestServer;
let worker: TestSession;
let coordinator: TestSession;
beforeAll(async () => {
  server = await startTestServer();
  worker = await server.join('outreach');
  coordinator = await server.join('coordinator');
});
afterAll(() => server.close());

const ask = async (changeIds: readonly string[], session: TestSession = worker) =>
  StandingResponse.parse((await session.api.post(`${API_BASE}/standing`, { protocol: 3, changeIds })).json);
const settle = (changeId: string, how: string, note?: string) =>
  coordinator.api.post(`${API_BASE}/attention/${changeId}`, { protocol: 3, how, ...(note !== undefined && { note }) });

/** A service about somebody who is not known yet: refused, and right as soon as they are. */
async function refuseEarly(): Promise<{ service: TestChange; person: TestChange }> {
  const person = createPerson();
  const service = createService({ beneficiary: person.recordId });
  const pushed = await push(worker.api, newUuid(), [service]);
  expect(pushed.verdicts).toMatchObject([{ verdict: 'refused' }]);
  return { service, person };
}
const by = () => ({ id: coordinator.actor.id, name: coordinator.actor.name });

describe('what became of a refused change', () => {
  test('while nobody touched it: refused, with its reason', async () => {
    const { service } = await refuseEarly();
    expect(await ask([service.id])).toEqual({
      standings: [
        { changeId: service.id, standing: 'refused', refusal: { type: 'SubjectUnknown', field: 'beneficiary' } },
      ],
      records: [],
    });
  });

  test('decided again and refused again: the reason as it is now, and the words of whoever gave it back', async () => {
    const { service, person } = await refuseEarly();
    await push(
      coordinator.api,
      newUuid(),
      [person, { ...person, id: newUuid(), type: 'remove', fields: undefined }].map(strip),
    );
    expect((await settle(service.id, 'apply')).json).toMatchObject({ isSettled: false });
    await settle(service.id, 'send-back', 'La persona non c’è più.');
    const [standing] = (await ask([service.id])).standings;
    expect(standing).toMatchObject({ standing: 'refused', note: 'La persona non c’è più.' });
  });

  test('accepted by a coordinator: by whom, and the record as it is now', async () => {
    const { service, person } = await refuseEarly();
    await push(coordinator.api, newUuid(), [person]);
    expect((await settle(service.id, 'apply')).json).toEqual({ isSettled: true });
    const { standings, records } = await ask([service.id]);
    expect(standings).toEqual([{ changeId: service.id, standing: 'accepted', by: by() }]);
    expect(records).toMatchObject([{ id: service.recordId, kind: 'service' }]);
    const [row] = (await readAudit(server)).filter(({ action }) => action === 'standing-read').slice(-1);
    expect(row).toMatchObject({ actor: worker.actor.id, detail: { changes: [service.id] } });
  });

  test('mended, dismissed with a word, and let go by its author', async () => {
    const [mended, dismissed, discarded] = [await refuseEarly(), await refuseEarly(), await refuseEarly()];
    await settle(mended.service.id, 'mended');
    await settle(dismissed.service.id, 'dismiss', 'Era un doppione.');
    const { id, recordId, kind } = discarded.service;
    await push(worker.api, newUuid(), [
      strip({ ...discarded.service, id: newUuid(), type: 'discard', recordId, kind, discarded: id, fields: undefined }),
    ]);
    const ids = [mended, dismissed, discarded].map(({ service }) => service.id);
    expect((await ask(ids)).standings).toEqual([
      { changeId: ids[0], standing: 'mended', by: by() },
      { changeId: ids[1], standing: 'dismissed', by: by(), note: 'Era un doppione.' },
      { changeId: ids[2], standing: 'discarded' },
    ]);
  });

  test('closed by another change of its author on the same record: nothing is said, as only they know', async () => {
    const person = createPerson();
    await push(worker.api, newUuid(), [person]);
    const refused = editField(person, 'birthYear', { from: null, to: 99, seenVersion: 1 });
    const pushed = await push(worker.api, newUuid(), [refused]);
    expect(pushed.verdicts).toMatchObject([{ verdict: 'refused' }]);
    await push(worker.api, newUuid(), [editField(person, 'nickname', { from: 'Moussa', to: 'Momo', seenVersion: 1 })]);
    expect(await ask([refused.id])).toEqual({ standings: [], records: [] });
  });

  test('is told to nobody but its author, and an unknown change to nobody', async () => {
    const { service } = await refuseEarly();
    const colleague = await server.join('outreach');
    for (const session of [colleague, coordinator])
      expect(await ask([service.id, newUuid()], session)).toEqual({ standings: [], records: [] });
  });

  test('leaves the audit whole', async () => {
    expect(
      await verifyAudit(server.app, { municipality: worker.actor.municipality, actor: coordinator.actor.id }),
    ).toMatchObject({ ok: true });
  });
});

test('a device hears of a new epoch by its own token, revoked or not', async () => {
  const device = await server.enrolDevice();
  const epochOf = async () =>
    EpochResponse.parse((await server.api.as(`Device ${device.token}`).get(`${API_BASE}/epoch`)).json).epoch;
  const before = await epochOf();
  await coordinator.api.send('POST', `${API_BASE}/devices/${device.id}/revoke`);
  expect(await epochOf()).toBe(before);
  await renewEpoch(server.owner, worker.actor.municipality, server.clock.now());
  expect(await epochOf()).not.toBe(before);
});

/** Without what is undefined, as it would travel. */
const strip = (change: TestChange): TestChange => JSON.parse(JSON.stringify(change)) as TestChange;
