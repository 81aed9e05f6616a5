// long because every way in which a server comes back from its backup is a case of its own, on one stage that is set once.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NewChange } from '../../src/device/open-vault.ts';
import { Id } from '../../src/domain/primitives.ts';
import { figuresOf } from '../../src/features/event-records.ts';
import { countedHere, oneMore } from '../../src/features/guest/guest-desk.ts';
import { isForgotten } from '../../src/features/guest/guest-state.ts';
import { AttentionResponse } from '../../src/protocol/attention.ts';
import { makeBackup } from '../../src/server/backup/make-backup.ts';
import { restoreBackup } from '../../src/server/backup/restore-backup.ts';
import { inMunicipality } from '../../src/server/store/in-municipality.ts';
import { roleOfUrl } from '../../src/server/store/migrate.ts';
import { must, newId } from '../device/a-device.ts';
import { createPerson } from '../device/case-data.ts';
import { openCode } from '../server/test-guests.ts';
import { cloneDisk } from './clone-disk.ts';
import { createWorld, type Person, type World } from './create-world.ts';
import { commentOn, editOf, logContact, logServiceFor } from './fields.ts';
import { startGuest } from './guest-place.ts';
import { expectEqualRecords, expectNothingLost, expectOnceEach, verdictsOf } from './laws.ts';
import { mailLocked } from './locked-round.ts';
import type { Place } from './place.ts';

/** The drill of failure-modes line 20: people work, a backup is made, they work on, and the server comes back as it was in the backup. */
let world: World;
let sara: Person;
let omar: Person;
let folder: string;
let backup: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taccuino-drill-'));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  world = await createWorld();
  sara = await world.hire('outreach', 'Sara Conti');
  omar = await world.hire('coordinator', 'Omar Neri');
  backup = join(folder, `${sara.actor.id}.gz`);
  return () => world.close();
});

const createEvent = (): NewChange => ({
  type: 'create',
  kind: 'event',
  recordId: newId(),
  fields: { title: 'Orto', type: 'VERD', date: world.today, state: 'PLAN' },
});

const ports = () => {
  const { owner, appUrl, keys, clock } = world.server;
  return { ownerPool: owner, appRole: roleOfUrl(appUrl), keys, clock };
};
const backUp = async () => must(await makeBackup(ports(), backup));
const restore = () => world.server.whileStopped(async () => must(await restoreBackup(ports(), backup)));

async function settleAll(places: readonly Place[]): Promise<void> {
  for (const place of places) await place.letTimePass();
  for (const place of [...places, ...places]) await place.syncNow();
}

async function expectAllThere(places: readonly Place[]): Promise<void> {
  await expectNothingLost(world, places);
  await expectOnceEach(world, places);
  await expectEqualRecords(world, places);
  for (const place of places) {
    const verdicts = await verdictsOf(world, place);
    expect(verdicts.filter((verdict) => verdict === undefined || verdict === 'refused')).toEqual([]);
    expect(place.vault().attentionCount.peek()).toBe(0);
    expect(place.vault().status.peek()).toMatchObject({ trouble: undefined, safeAt: expect.any(String) });
  }
}

/** Two people at work, of whose day half lies in a backup. Gives a person that came after it. */
async function workBeforeAndAfter(first: Place, second: Place): Promise<string> {
  const before = await first.save(createPerson({ nickname: 'Prima' }));
  await first.save(logContact(world.today));
  await first.letTimePass();
  await second.letTimePass();
  await backUp();
  await first.syncNow();
  const after = await first.save(createPerson({ nickname: 'Dopo' }));
  await first.save(editOf(first.find(before.recordId).record, { note: 'dopo la copia' }));
  await first.letTimePass();
  await second.syncNow();
  await second.save(commentOn(second.find(before.recordId).record, 'visto'));
  await second.save(editOf(second.find(before.recordId).record, { nickname: 'Prima, corretta' }));
  await second.letTimePass();
  await first.syncNow();
  return after.recordId;
}

describe('20: the server is restored from a backup', () => {
  it('what was acknowledged after it is there again, once, and all devices are equal', async () => {
    const first = await world.settle(sara);
    const second = await world.settle(omar);
    const after = await workBeforeAndAfter(first, second);
    expect(first.vault().status.peek().keptCount).toBe(2);
    await restore();
    expect((await world.ledger()).records.has(after)).toBe(false);
    await settleAll([first, second]);
    await expectAllThere([first, second]);
    const [before] = first.saved;
    expect(first.find(before?.recordId ?? '').record.fields).toEqual({
      nickname: 'Prima, corretta',
      note: 'dopo la copia',
    });
  });

  it('with changes that wait meanwhile: what was kept goes before them', async () => {
    const first = await world.settle(sara);
    const second = await world.settle(omar);
    const after = await workBeforeAndAfter(first, second);
    first.network.cut();
    await first.save(editOf(first.find(after).record, { note: 'senza rete' }));
    await first.save(commentOn(first.find(after).record, 'ancora senza rete'));
    await restore();
    first.network.heal();
    await settleAll([first, second]);
    await expectAllThere([first, second]);
    expect(second.find(after).record.fields).toEqual({ nickname: 'Dopo', note: 'senza rete' });
  });

  it('a device that was locked and offline for the while brings its own at its next unlock', async () => {
    const first = await world.settle(sara);
    const second = await world.settle(omar);
    await workBeforeAndAfter(first, second);
    first.stop();
    first.device().close();
    await restore();
    await second.syncNow();
    const another = await world.settle(sara);
    await another.letTimePass();
    await first.restart();
    await settleAll([first, second, another]);
    await expectAllThere([first, second, another]);
  });

  it('a device that stays locked brings what it kept by itself, twice restored too', async () => {
    const first = await world.settle(sara);
    const second = await world.settle(omar);
    const after = await workBeforeAndAfter(first, second);
    await first.lock();
    for (let time = 0; time < 2; time += 1) {
      await restore();
      expect((await world.ledger()).records.has(after)).toBe(false);
      await mailLocked(world, first);
      // Nobody has unlocked it: what was taken after the backup is there again all the same.
      expect(await verdictsOf(world, first)).toEqual(first.saved.map(() => 'accepted'));
      await mailLocked(world, first);
      await expectOnceEach(world, [first]);
    }
    await settleAll([second]);
    await first.restart();
    await settleAll([first, second]);
    await expectAllThere([first, second]);
  });

  it('a locked device with a server that does not answer yet, or does not know the question, loses nothing', async () => {
    const first = await world.settle(sara);
    const second = await world.settle(omar);
    await workBeforeAndAfter(first, second);
    first.network.cut();
    await first.save(logContact(world.today, { note: 'aspetta' }));
    await first.lock();
    await restore();
    await mailLocked(world, first);
    first.network.heal();
    first.network.plan('answer-lost', 'good', 'answer-lost', 'doubled');
    for (let round = 0; round < 4; round += 1) await mailLocked(world, first);
    expect(await verdictsOf(world, first)).toEqual(first.saved.map(() => 'accepted'));
    await first.restart();
    await settleAll([first, second]);
    await expectAllThere([first, second]);
  });

  it('a cloned profile: both send again what they kept, and each change counts once', async () => {
    const first = await world.settle(sara);
    const second = await world.settle(omar);
    await workBeforeAndAfter(first, second);
    const twin = await world.settle(sara, { disk: await cloneDisk(first.disk), isStarted: false });
    await restore();
    await twin.restart('answer-lost', 'doubled');
    await settleAll([first, second, twin]);
    await expectAllThere([first, second, twin]);
  });

  it('with a road that breaks and a tab that dies while they send again', async () => {
    const first = await world.settle(sara);
    const second = await world.settle(omar);
    await workBeforeAndAfter(first, second);
    await restore();
    first.network.plan('answer-lost', 'good', 'cut-inside', 'answer-cut', 'doubled');
    await first.syncNow();
    await first.restart('good', 'answer-lost', 'straggler');
    await settleAll([first, second]);
    await expectAllThere([first, second]);
  });

  it('twice, from the same backup', async () => {
    const first = await world.settle(sara);
    const second = await world.settle(omar);
    await workBeforeAndAfter(first, second);
    for (let time = 0; time < 2; time += 1) {
      await restore();
      await settleAll([first, second]);
      await expectAllThere([first, second]);
    }
  });

  it('a change whose record has not come back yet needs attention, with what it says, and can be sent again', async () => {
    const first = await world.settle(sara);
    const second = await world.settle(omar);
    const after = await workBeforeAndAfter(first, second);
    await second.save(commentOn(second.find(after).record, 'su chi manca'));
    await second.letTimePass();
    await restore();
    await second.syncNow();
    expect(second.vault().outbox.peek()).toMatchObject([
      { state: 'attention', refusal: { type: 'RecordUnknown' }, change: { text: 'su chi manca' } },
    ]);
    await settleAll([first, second]);
    const [item] = second.vault().outbox.peek();
    must(await second.vault().retryChange(item?.change.id ?? ''));
    await settleAll([second, first]);
    await expectNothingLost(world, [first]);
    await expectEqualRecords(world, [first, second]);
    expect(first.find(after).record.comments.map(({ text }) => text)).toEqual(['su chi manca']);
  });

  it('what it had refused after the backup is refused again, before its author and in the coordinators’ list', async () => {
    const first = await world.settle(sara);
    const second = await world.settle(omar);
    const person = await second.save(createPerson({ nickname: 'Momo' }));
    await second.letTimePass();
    await first.syncNow();
    await second.save({ type: 'remove', recordId: Id.parse(person.recordId), kind: 'beneficiary' });
    await second.letTimePass();
    await backUp();
    first.network.cut();
    const service = await first.save(logServiceFor(person.recordId, world.today, { note: 'sul molo' }));
    first.network.heal();
    await first.letTimePass();
    const { municipality } = omar.actor;
    const openIds = () =>
      inMunicipality(world.server.owner, { municipality, actor: omar.actor.id }, async (sql) => {
        const rows = await sql<{ change: string }[]>`
          SELECT change FROM attention WHERE municipality = ${municipality} AND closed_at IS NULL`;
        return rows.map(({ change }) => change);
      });
    expect(await openIds()).toEqual([service.id]);
    await restore();
    expect(await openIds()).toEqual([]);
    await settleAll([first, second]);
    expect(await openIds()).toEqual([service.id]);
    expect(first.vault().outbox.peek()).toMatchObject([{ state: 'attention', change: { id: service.id } }]);
    await expectNothingLost(world, [first, second]);
  });

  it('a volunteer’s phone that came in after it sends all it counted, once, when the code of its event is scanned again', async () => {
    const desk = await world.settle(omar);
    const event = await desk.save(createEvent());
    await desk.letTimePass();
    const keeper = world.server.api.as(`Bearer ${desk.store().sessionToken()}`);
    const code = await openCode(keeper, event.recordId);
    await backUp();
    // Closed meanwhile, and another made that the backup does not know.
    await keeper.delete(`/api/v1/events/${event.recordId}/invitation`);
    const phone = await startGuest(world, await openCode(keeper, event.recordId));
    const place = { event: Id.parse(event.recordId), shift: undefined };
    await phone.syncNow();
    const taken = await phone.save(oneMore(newId(), place));
    await phone.save(oneMore(newId(), place));
    await phone.syncNow();
    phone.network.cut();
    await phone.save({ type: 'remove', recordId: taken.recordId, kind: 'attendance' });
    await phone.save(oneMore(newId(), place));

    await restore();
    phone.network.heal();
    await phone.syncNow();
    expect(isForgotten(phone.vault())).toBe(true);
    expect(phone.vault().waitingCount.peek()).toBe(2);
    expect(await phone.phone.leave()).toMatchObject({ ok: false });

    await phone.comeInAnew(code);
    const again = await startGuest(world, 'none', phone.disk);
    expect(again.vault().waitingCount.peek(), 'what was taken after the backup, too').toBe(4);
    again.network.plan('answer-lost', 'good', 'doubled');
    for (let round = 0; round < 5; round += 1) await again.syncNow();
    await settleAll([desk]);
    const ledger = await world.ledger();
    for (const { id } of phone.saved) expect(ledger.effectsById.get(id), 'taken once').toBe(1);
    expect(again.vault().outbox.peek()).toEqual([]);
    expect(again.vault().status.peek()).toMatchObject({ trouble: undefined, safeAt: expect.any(String) });
    expect(countedHere(again.vault(), place.event)).toHaveLength(2);
    expect(figuresOf(desk.vault(), desk.find(event.recordId)).unknownParticipants).toBe(2);
    await again.stop();
  });

  it.each([
    ['the next day', 30, 'accepted'],
    ['days later, when a coordinator has to say yes', 80, 'refused'],
  ] as const)(
    'a volunteer’s phone that it forgot sends what it counted after the event, %s',
    async (_, hours, verdict) => {
      const desk = await world.settle(omar);
      const event = await desk.save(createEvent());
      await desk.letTimePass();
      const keeper = () => world.server.api.as(`Bearer ${desk.store().sessionToken()}`);
      await backUp();
      const phone = await startGuest(world, await openCode(keeper(), event.recordId));
      const place = { event: Id.parse(event.recordId), shift: undefined };
      await phone.syncNow();
      await phone.save(oneMore(newId(), place));
      await phone.syncNow();
      phone.network.cut();
      await phone.save(oneMore(newId(), place));
      await restore();
      world.server.clock.advance(hours * 60 * 60_000);
      phone.network.heal();
      await phone.syncNow();
      expect(isForgotten(phone.vault())).toBe(true);

      await settleAll([desk]);
      await phone.comeInAnew(await openCode(keeper(), event.recordId));
      const again = await startGuest(world, 'none', phone.disk);
      expect(again.vault().waitingCount.peek()).toBe(2);
      for (let round = 0; round < 5; round += 1) await again.syncNow();
      const [taken, late] = verdict === 'accepted' ? [2, 0] : [0, 2];
      expect([again.vault().waitingCount.peek(), again.vault().attentionCount.peek()]).toEqual([0, late]);
      await settleAll([desk]);
      expect(figuresOf(desk.vault(), desk.find(event.recordId)).unknownParticipants).toBe(taken);
      const { json } = await keeper().get('/api/v1/attention');
      expect(AttentionResponse.parse(json).items).toHaveLength(late);
      await again.stop();
    },
  );
});
