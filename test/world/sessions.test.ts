import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { API_BASE } from '../../src/protocol/version.ts';
import { resetPassword, setRole } from '../../src/server/administration.ts';
import { inMunicipality, OPERATOR_ACTOR } from '../../src/server/store/in-municipality.ts';
import type { Transaction } from '../../src/server/store/open-pool.ts';
import { must } from '../device/a-device.ts';
import { createPerson } from '../device/case-data.ts';
import { cheapDerive } from '../vault/cheap-derive.ts';
import { createWorld, type Person, type World } from './create-world.ts';
import { editOf, logContact } from './fields.ts';
import { expectEqualRecords, expectNothingLost, expectOnceEach } from './laws.ts';

let world: World;
let sara: Person;
beforeAll(async () => {
  world = await createWorld();
  sara = await world.hire('outreach', 'Sara Conti');
});
afterAll(() => world.close());

/** What whoever runs the server might do to its tables. */
const onServer = (work: (sql: Transaction) => Promise<unknown>) =>
  inMunicipality(world.server.owner, { municipality: sara.actor.municipality, actor: OPERATOR_ACTOR }, work);
const endSessions = () => onServer((sql) => sql`UPDATE sessions SET expires_at = now() - interval '1 day'`);

describe('a session that ended', () => {
  it('is renewed without a word while the vault is open', async () => {
    const place = await world.settle(sara);
    await place.letTimePass();
    const troubles: unknown[] = [];
    place.vault().status.subscribe(({ trouble }) => troubles.push(trouble));
    await endSessions();
    await place.save(logContact(world.today));
    await place.syncNow();
    expect(place.vault().waitingCount.peek()).toBe(0);
    expect(place.vault().status.peek().safeAt).toBeDefined();
    expect(troubles.filter((trouble) => trouble !== undefined)).toEqual([]);
    await place.restart();
    await place.letTimePass();
    expect(place.network.asked.filter((request) => request === `POST ${API_BASE}/session`)).toHaveLength(3);
  });

  it('and cannot be renewed is told, the queue stays, and a new sign-in sends it', async () => {
    const person = await world.hire('outreach', 'Nadia Bassi');
    const place = await world.settle(person);
    await place.letTimePass();
    await place.save(logContact(world.today));
    const administration = { ...world.server.administration, deriveRoot: cheapDerive };
    const login = { municipality: person.actor.municipality, username: person.username };
    must(await resetPassword(administration, { ...login, password: 'tre parole nuove' }));
    await endSessions();
    await place.syncNow();
    expect(place.vault().status.peek()).toMatchObject({ trouble: 'signed-out', safeAt: undefined });
    expect(place.vault().status.peek().activity).toEqual({ doing: 'nothing' });
    const asked = place.network.asked.length;
    place.nudge();
    await place.save(logContact(world.today));
    place.nudge();
    expect(place.network.asked, 'nothing more is asked until the person signs in').toHaveLength(asked);
    expect(place.vault().waitingCount.peek()).toBe(2);
    must(await resetPassword(administration, { ...login, password: person.password }));
    await place.signInAgain();
    await place.letTimePass();
    await expectOnceEach(world, [place]);
  });
});

it('a revoked device is told so, works no more, and keeps its queue', async () => {
  const place = await world.settle(sara);
  await place.letTimePass();
  await place.save(logContact(world.today));
  const coordinator = await world.settle(await world.hire('coordinator', 'Carla Neri'));
  const id = place.device().enrolment.peek()?.deviceId;
  const answer = await world.server.api
    .as(`Bearer ${coordinator.store().sessionToken()}`)
    .post(`${API_BASE}/devices/${id}/revoke`, {});
  expect(answer.status).toBe(204);
  await place.syncNow();
  expect(place.vault().status.peek()).toMatchObject({ trouble: 'device-revoked', safeAt: undefined });
  expect(place.vault().waitingCount.peek()).toBe(1);
  await place.restart();
  expect(place.vault().waitingCount.peek()).toBe(1);
  await expectNothingLost(world, [place]);
});

it('1: who loses the right to write while edits wait finds them in needs-attention with their content', async () => {
  const person = await world.hire('outreach', 'Luca Serra');
  const place = await world.settle(person);
  const { recordId } = await place.save(createPerson({ nickname: 'Ibra' }));
  await place.letTimePass();
  place.network.cut();
  await place.save(editOf(place.find(recordId).record, { note: 'scritta senza rete' }));
  await place.save(logContact(world.today, { note: 'anche questa' }));
  await onServer((sql) => sql`UPDATE accounts SET role = 'monitor' WHERE id = ${person.actor.id}`);
  place.network.heal();
  await place.syncNow();
  expect(place.vault().waitingCount.peek()).toBe(0);
  expect(place.vault().outbox.peek()).toMatchObject([
    {
      state: 'attention',
      refusal: { type: 'NotPermitted' },
      change: { fields: { note: { to: 'scritta senza rete' } } },
    },
    { state: 'attention', refusal: { type: 'NotPermitted' }, change: { fields: { note: 'anche questa' } } },
  ]);
  await place.restart();
  await place.rest();
  expect(place.vault().attentionCount.peek()).toBe(2);
  expect(place.vault().status.peek().safeAt, 'not green').toBeUndefined();
});

it('who may not read any more is told, while the queue still goes up, and reads again when the right is back', async () => {
  const person = await world.hire('outreach', 'Elena Riva');
  const place = await world.settle(person);
  await place.save(createPerson({ nickname: 'Ibra' }));
  await place.letTimePass();
  const setRole = (role: string) =>
    onServer((sql) => sql`UPDATE accounts SET role = ${role} WHERE id = ${person.actor.id}`);
  await setRole('monitor');
  await place.syncNow();
  expect(place.vault().status.peek()).toMatchObject({ isOnline: true, trouble: 'not-permitted' });
  const { id } = await place.save(logContact(world.today));
  await place.syncNow();
  expect((await world.ledger()).verdicts.get(id)?.verdict).toBe('refused');
  expect(place.vault().outbox.peek()).toMatchObject([{ change: { id }, state: 'attention' }]);
  expect(place.vault().status.peek()).toMatchObject({ trouble: 'not-permitted' });
  await setRole('outreach');
  await place.letTimePass();
  expect(place.vault().status.peek().trouble).toBeUndefined();
  await expectNothingLost(world, [place]);
});

describe('a server with a new epoch', () => {
  it('20: is pulled from the start, gets what still waits exactly once, and leaves nothing behind that it does not hold', async () => {
    const place = await world.settle(sara);
    const { recordId } = await place.save(createPerson({ nickname: 'Prima' }));
    const gone = await place.save(createPerson({ nickname: 'Dopo il backup' }));
    await place.letTimePass();
    // Sent and decided, but the answer is lost; then the server is another one that lacks the newest record.
    await place.save(editOf(place.find(recordId).record, { nickname: 'Prima, detta Mimì' }));
    place.network.plan('answer-lost');
    await place.syncNow();
    await place.save(logContact(world.today));
    await onServer(async (sql) => {
      await sql`UPDATE municipalities SET epoch = gen_random_uuid() WHERE municipality = 'c_d969'`;
      await sql`DELETE FROM records WHERE id = ${gone.recordId}`;
    });
    const { streamId, epoch } = place.store().streamState();
    await place.letTimePass();
    expect(place.store().streamState().epoch).not.toBe(epoch);
    expect(place.store().streamState().streamId, 'what was kept went first, on a stream of its own').not.toBe(streamId);
    expect(place.vault().caseload.find(gone.recordId)).toBeUndefined();
    expect(place.find(recordId).record.fields).toEqual({ nickname: 'Prima, detta Mimì' });
    await expectOnceEach(world, [place]);
    await expectEqualRecords(world, [place]);
  });

  it('that does not know the stream any more gets all that waits on a new one', async () => {
    const place = await world.settle(sara);
    await place.save(logContact(world.today));
    await place.letTimePass();
    const { streamId } = place.store().streamState();
    place.network.cut();
    for (let count = 0; count < 3; count += 1) await place.save(logContact(world.today));
    await onServer(async (sql) => {
      await sql`UPDATE municipalities SET epoch = gen_random_uuid() WHERE municipality = 'c_d969'`;
      await sql`UPDATE streams SET mark = 0, count = 0, chain = ${'0'.repeat(64)} WHERE stream = ${streamId}`;
      await sql`DELETE FROM changes WHERE stream = ${streamId}`;
    });
    place.network.heal();
    await place.letTimePass();
    const { verdicts } = await world.ledger();
    expect(place.saved.slice(1).map(({ id }) => verdicts.get(id)?.verdict)).toEqual([
      'accepted',
      'accepted',
      'accepted',
    ]);
    await expectEqualRecords(world, [place]);
  });
});

describe('another role', () => {
  it('takes from a device what only the old one was shown, and brings what the new one may see; what waited is decided by it', async () => {
    const author = await world.settle(sara);
    const { recordId } = await author.save(createPerson({ nickname: 'Blessing', restrictedNote: 'solo chi coordina' }));
    await author.syncNow();
    const person = await world.hire('coordinator', 'Rita Costa');
    const place = await world.settle(person);
    await place.letTimePass();
    const give = async (role: 'outreach' | 'coordinator') => {
      const { municipality } = person.actor;
      must(await setRole(world.server.administration, { municipality, username: person.username, role }));
    };
    const note = () => place.find(recordId).record.fields.restrictedNote;
    expect(note()).toBe('solo chi coordina');

    place.network.cut();
    const { id } = await place.save(editOf(place.find(recordId).record, { restrictedNote: 'riscritta' }));
    await give('outreach');
    place.network.heal();
    await place.syncNow();
    await place.letTimePass();
    expect((await world.ledger()).verdicts.get(id)?.verdict).toBe('refused');
    expect(place.find(recordId).confirmed?.fields).toEqual({ nickname: 'Blessing' });

    await give('coordinator');
    await place.syncNow();
    await place.letTimePass();
    expect(place.find(recordId).confirmed?.fields.restrictedNote).toBe('solo chi coordina');
    await expectNothingLost(world, [author, place]);
  });

  it('that is shown no record is not given to somebody whose devices hold some', async () => {
    const { municipality } = sara.actor;
    const given = await setRole(world.server.administration, {
      municipality,
      username: sara.username,
      role: 'monitor',
    });
    expect(given).toMatchObject({ ok: false, error: expect.stringContaining('account disable') });
  });
});
