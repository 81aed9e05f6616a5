import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSession } from '../../src/app/join-municipality.ts';
import { recoverVault } from '../../src/app/recover-vault.ts';
import type { Change } from '../../src/domain/change.ts';
import { AttentionResponse, SettleResponse } from '../../src/protocol/attention.ts';
import { RescueResponse } from '../../src/protocol/rescue.ts';
import { API_BASE } from '../../src/protocol/version.ts';
import { resetPassword, setAccountOpen } from '../../src/server/administration.ts';
import { inMunicipality, OPERATOR_ACTOR } from '../../src/server/store/in-municipality.ts';
import { loginSalt, rootToLoginSecret } from '../../src/vault/password-root.ts';
import { must } from '../device/a-device.ts';
import { createPerson } from '../device/case-data.ts';
import { dumpDatabase } from '../device/dump-database.ts';
import { cheapDerive } from '../vault/cheap-derive.ts';
import { createWorld, type Person, type World } from './create-world.ts';
import { editOf, logContact } from './fields.ts';
import { expectEqualRecords, expectNothingLost, expectOnceEach } from './laws.ts';
import { mailLocked } from './locked-round.ts';
import type { Place } from './place.ts';

let world: World;
let sara: Person;
let coordinator: Place;
beforeAll(async () => {
  world = await createWorld();
  sara = await world.hire('outreach', 'Sara Conti');
  coordinator = await world.settle(await world.hire('coordinator', 'Carla Neri'));
});
afterAll(() => world.close());

/** A tablet that has met the server, and then `count` contacts and one edit in a row on it without a network, locked. */
async function lockedTablet(person: Person, count = 3): Promise<Place> {
  const place = await world.settle(person);
  const { recordId } = await place.save(createPerson({ nickname: 'Prima' }));
  await place.letTimePass();
  place.network.cut();
  for (let index = 0; index < count; index += 1)
    await place.save(logContact(world.today, { note: `senza rete ${index}` }));
  await place.save(editOf(place.find(recordId).record, { nickname: 'Prima, detta Mimì' }));
  place.stop();
  await place.device().refreshVaults();
  place.network.heal();
  return place;
}

const ofPlace = (place: Place) =>
  place
    .device()
    .vaults.peek()
    .find(({ accountId }) => accountId === place.person.actor.id);
const asCoordinator = () => world.server.api.as(`Bearer ${coordinator.store().sessionToken()}`);
const verdictsOf = async (changes: readonly Change[]) => {
  const { verdicts } = await world.ledger();
  return changes.map(({ id }) => verdicts.get(id)?.verdict);
};
const administration = () => ({ ...world.server.administration, deriveRoot: cheapDerive });
const heldIds = async (): Promise<readonly string[]> =>
  AttentionResponse.parse((await asCoordinator().get(`${API_BASE}/attention`)).json)
    .items.filter(({ why }) => why === 'held')
    .map(({ changeId }) => changeId);
const settle = async (changeId: string, how: 'apply' | 'send-back') =>
  SettleResponse.parse((await asCoordinator().post(`${API_BASE}/attention/${changeId}`, { protocol: 2, how })).json);
async function revoke(place: Place): Promise<void> {
  const id = place.device().enrolment.peek()?.deviceId;
  expect((await asCoordinator().post(`${API_BASE}/devices/${id}/revoke`, {})).status).toBe(204);
}

describe('a locked tablet', () => {
  it('has its queue decided through the mailbox; the unlock hears the same verdicts, and nothing happens twice', async () => {
    const place = await lockedTablet(sara);
    await mailLocked(world, place);
    expect(await verdictsOf(place.saved)).toEqual(place.saved.map(() => 'accepted'));
    expect(ofPlace(place)).toMatchObject({ waiting: 4, unsent: 0 });
    await expectNothingLost(world, [place]);
    await place.restart();
    await place.letTimePass();
    await expectOnceEach(world, [place]);
    await expectEqualRecords(world, [place]);
    expect(place.vault().status.peek().safeAt).toBeDefined();
  });

  it.each(['lost', 'answer-lost', 'answer-cut', 'doubled', 'captive-portal', { status: 503 }] as const)(
    'over a road with "%o" loses and doubles nothing',
    async (fault) => {
      const place = await lockedTablet(sara);
      place.network.plan(fault);
      await mailLocked(world, place);
      await expectNothingLost(world, [place]);
      await mailLocked(world, place);
      expect(ofPlace(place)).toMatchObject({ unsent: 0 });
      await place.restart();
      await place.letTimePass();
      await expectOnceEach(world, [place]);
      await expectEqualRecords(world, [place]);
    },
  );

  it('whose tab dies after the server took its rows sends them again, to no effect', async () => {
    const place = await lockedTablet(sara);
    await mailLocked(world, place, 'after mail');
    expect(ofPlace(place)).toMatchObject({ unsent: 4 });
    await place.restart();
    await place.letTimePass();
    await expectOnceEach(world, [place]);
    await expectEqualRecords(world, [place]);
  });

  it('goes on where the unlocked vault had stopped, and the other way round', async () => {
    const place = await lockedTablet(sara, 1);
    await mailLocked(world, place);
    await place.restart('lost');
    await place.rest();
    await place.save(logContact(world.today, { note: 'dopo lo sblocco' }));
    place.stop();
    await mailLocked(world, place);
    expect(ofPlace(place)).toMatchObject({ unsent: 0 });
    await place.restart();
    await place.letTimePass();
    expect(await verdictsOf(place.saved)).toEqual(place.saved.map(() => 'accepted'));
    await expectOnceEach(world, [place]);
    await expectEqualRecords(world, [place]);
  });
});

it('a locked tablet that meets a server which lost its stream goes on with a new one, without its key', async () => {
  const place = await lockedTablet(sara);
  const { streamId } = place.store().streamState();
  const scope = { municipality: sara.actor.municipality, actor: OPERATOR_ACTOR };
  await inMunicipality(world.server.owner, scope, async (sql) => {
    await sql`UPDATE streams SET mark = 0, count = 0, chain = ${'0'.repeat(64)} WHERE stream = ${streamId}`;
    await sql`DELETE FROM changes WHERE stream = ${streamId}`;
  });
  await mailLocked(world, place);
  expect(ofPlace(place)).toMatchObject({ waiting: 4, unsent: 0 });
  expect(await verdictsOf(place.saved.slice(1))).toEqual(place.saved.slice(1).map(() => 'accepted'));
  await place.restart();
  await place.letTimePass();
  expect(place.vault().waitingCount.peek()).toBe(0);
  expect(place.store().streamState().streamId).not.toBe(streamId);
});

describe('a forgotten password', () => {
  const rootOf = async ({ actor, username }: Person, password: string) =>
    cheapDerive({ password, salt: await loginSalt({ municipality: actor.municipality, username }) });

  it('is replaced by a new one with a full queue: nothing is lost, and the old one opens nothing any more', async () => {
    const person = await world.hire('outreach', 'Nadia Bassi');
    const place = await lockedTablet(person);
    const vaultId = ofPlace(place)?.vaultId ?? '';
    const login = { municipality: person.actor.municipality, username: person.username };
    must(await resetPassword(administration(), { ...login, password: 'quattro parole nuove' }));
    const [oldRoot, newRoot] = [await rootOf(person, person.password), await rootOf(person, 'quattro parole nuove')];
    expect(await place.device().unlockVault(vaultId, newRoot)).toMatchObject({ error: { type: 'WrongPassword' } });

    const http = { fetch: place.network.fetch, origin: world.server.url };
    const token = place.device().enrolment.peek()?.deviceToken ?? '';
    const secret = await rootToLoginSecret(newRoot);
    const session = must(await openSession(http, token, person.username, secret));
    place.network.plan('answer-lost');
    expect(await recoverVault(http, place.device(), vaultId, { session, root: newRoot })).toMatchObject({
      error: { type: 'Offline' },
    });
    must(await recoverVault(http, place.device(), vaultId, { session, root: newRoot }));
    expect(await place.device().unlockVault(vaultId, oldRoot)).toMatchObject({ error: { type: 'WrongPassword' } });
    const { vault } = must(await place.device().unlockVault(vaultId, newRoot));
    expect(vault.waitingCount.peek()).toBe(4);
    await expectNothingLost(world, [place]);
    await mailLocked(world, place);
    expect(await verdictsOf(place.saved)).toEqual(place.saved.map(() => 'accepted'));
  });

  it('gives nobody else the key of a vault', async () => {
    const place = await lockedTablet(sara, 0);
    const vaultId = ofPlace(place)?.vaultId ?? '';
    const other = await world.hire('outreach', 'Omar Diallo');
    const root = await rootOf(other, other.password);
    const http = { fetch: place.network.fetch, origin: world.server.url };
    const token = place.device().enrolment.peek()?.deviceToken ?? '';
    const session = must(await openSession(http, token, other.username, await rootToLoginSecret(root)));
    expect(await recoverVault(http, place.device(), vaultId, { session, root })).toMatchObject({
      error: { type: 'PasswordChanged' },
    });
    await place.restart();
    await place.letTimePass();
  });
});

describe('a revoked device', () => {
  it('hands over what waits, is cleared, and what it brought counts once a coordinator says yes', async () => {
    const place = await lockedTablet(await world.hire('outreach', 'Elena Riva'));
    const waiting = place.saved.slice(1);
    await revoke(place);
    expect(await mailLocked(world, place)).toContainEqual({ what: 'device-left', filesLost: 0 });
    expect((await place.disk.indexedDB.databases()).map(({ name }) => name)).toEqual([]);
    expect(await verdictsOf(waiting)).toEqual(waiting.map(() => undefined));
    const held = await heldIds();
    expect(held).toEqual(expect.arrayContaining(waiting.map(({ id }) => id)));
    for (const { id } of waiting) expect(await settle(id, 'apply')).toEqual({ isSettled: true });
    expect(await verdictsOf(waiting)).toEqual(waiting.map(() => 'accepted'));
    await expectOnceEach(world, [place]);
  });

  it.each(['after mail', 'after asking', 'before removal'] as const)(
    'whose tab dies %s is cleared by the next one',
    async (dies) => {
      const place = await lockedTablet(await world.hire('outreach', 'Elena Riva'));
      await revoke(place);
      const before = await mailLocked(world, place, dies);
      expect(before.map(({ what }) => what)).not.toContain('device-left');
      expect((await dumpDatabase(place.disk)).get('outbox')).toHaveLength(4);
      expect(await mailLocked(world, place)).toContainEqual({ what: 'device-left', filesLost: 0 });
      expect(await heldIds()).toEqual(expect.arrayContaining(place.saved.slice(1).map(({ id }) => id)));
    },
  );

  it('that died when it had just cleared itself has nothing left to do', async () => {
    const place = await lockedTablet(await world.hire('outreach', 'Elena Riva'));
    await revoke(place);
    await mailLocked(world, place, 'after removal');
    expect((await place.disk.indexedDB.databases()).map(({ name }) => name)).toEqual([]);
    expect(await heldIds()).toEqual(expect.arrayContaining(place.saved.slice(1).map(({ id }) => id)));
  });

  it('keeps everything while the road is cut', async () => {
    const place = await lockedTablet(await world.hire('outreach', 'Elena Riva'));
    await revoke(place);
    place.network.cut();
    await mailLocked(world, place);
    expect(ofPlace(place)).toMatchObject({ unsent: 4 });
    place.network.heal();
    await place.restart();
  });
});

it('a closed account leaves a shared tablet with its work handed over, and the other person stays', async () => {
  const leaving = await world.hire('outreach', 'Paolo Verdi');
  const place = await lockedTablet(leaving);
  const staying = await world.settle(sara, { disk: place.disk });
  await staying.letTimePass();
  staying.stop();
  const login = { municipality: leaving.actor.municipality, username: leaving.username };
  must(await setAccountOpen(administration(), { ...login, isOpen: false }));
  const vaultId = ofPlace(place)?.vaultId ?? '';
  await place.lock();
  expect(await mailLocked(world, place)).toContainEqual({ what: 'vault-left', vaultId });
  expect(await heldIds()).toEqual(expect.arrayContaining(place.saved.slice(1).map(({ id }) => id)));
  const left = [...(await dumpDatabase(place.disk))].flatMap(([, rows]) => rows);
  expect(JSON.stringify(left)).not.toContain(vaultId);
  await staying.restart();
  await staying.letTimePass();
});

describe('a rescue file', () => {
  it('carried in by another person, twice, counts once; the device then hears the same verdicts', async () => {
    const place = await lockedTablet(sara);
    place.network.cut();
    const file = must(await place.device().createRescueFile(ofPlace(place)?.vaultId ?? ''));
    for (let times = 0; times < 2; times += 1) {
      const answer = await asCoordinator().post(`${API_BASE}/rescue`, {
        protocol: 2,
        file: JSON.parse(JSON.stringify(file)),
      });
      expect(RescueResponse.parse(answer.json)).toEqual({ taken: 4, held: 0, unreadable: 0 });
    }
    expect(await verdictsOf(place.saved)).toEqual(place.saved.map(() => 'accepted'));
    await place.restart();
    await place.letTimePass();
    await expectOnceEach(world, [place]);
    await expectEqualRecords(world, [place]);
  });
});

describe('a change that the server refused', () => {
  it('and a coordinator sent back is found on another device of its author, who mends it there', async () => {
    const person = await world.hire('outreach', 'Rosa Bruni');
    const first = await world.settle(person);
    await first.letTimePass();
    // The rule that the device knows today may be another one on the server: a date that is only there in the future.
    first.timers.shift(3 * 24 * 60 * 60_000);
    const late = new Date(first.timers.nowMs()).toISOString().slice(0, 10);
    const change = await first.save(logContact(late));
    await first.syncNow();
    expect(await verdictsOf([change])).toEqual(['refused']);
    await settle(change.id, 'send-back');
    const second = await world.settle(person);
    await second.letTimePass();
    expect(second.vault().outbox.peek()).toMatchObject([{ change: { id: change.id }, state: 'attention' }]);
    const mended = must(
      await second.vault().mendChange(change.recordId, {
        type: 'create',
        recordId: change.recordId,
        kind: 'service',
        fields: { types: ['CONT'], date: world.today, contact: { count: 1 } },
      }),
    );
    await second.syncNow();
    expect(await verdictsOf([mended])).toEqual(['accepted']);
    expect(second.vault().outbox.peek()).toEqual([]);
    const items = AttentionResponse.parse((await asCoordinator().get(`${API_BASE}/attention`)).json).items;
    expect(items.map(({ changeId }) => changeId)).not.toContain(change.id);
  });
});
