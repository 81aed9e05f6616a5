import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPerson } from '../device/case-data.ts';
import { createWorld, type Person, type World } from './create-world.ts';
import { editOf, logServiceFor } from './fields.ts';
import { expectEqualRecords } from './laws.ts';

let world: World;
let sara: Person;
let marco: Person;
beforeAll(async () => {
  world = await createWorld();
  sara = await world.hire('outreach', 'Sara Conti');
  marco = await world.hire('outreach', 'Marco Ferri');
});
afterAll(() => world.close());

const SECRET = 'vittima di tratta, non dirlo a nessuno';

describe('law 7: nothing crosses municipality and role on its way to a device', () => {
  it('a restricted field reaches its author and the coordinator, and no other worker, on any path', async () => {
    const author = await world.settle(sara);
    const other = await world.settle(marco);
    const coordinator = await world.settle(await world.hire('coordinator', 'Carla Neri'));
    const person = await author.save(
      createPerson({ nickname: 'Blessing', restrictedNote: SECRET, residenceStatus: 'CS18' }),
    );
    const service = await author.save(logServiceFor(person.recordId, world.today, { restrictedNote: SECRET }));
    for (const place of [author, other, coordinator]) await place.syncNow();
    // Through a pull, through the answer to an own edit, and through what the reviewer sees of before.
    await other.save(editOf(other.find(person.recordId).record, { note: 'Vista in stazione' }));
    await other.syncNow();
    await author.save(editOf(author.find(person.recordId).record, { restrictedNote: `${SECRET}, ancora` }));
    for (const place of [author, other, coordinator, other]) await place.syncNow();

    expect(author.find(person.recordId).confirmed?.fields.restrictedNote).toBe(`${SECRET}, ancora`);
    expect(coordinator.find(person.recordId).confirmed?.fields.residenceStatus).toBe('CS18');
    for (const recordId of [person.recordId, service.recordId]) {
      expect(Object.keys(other.find(recordId).record.fields)).not.toContain('restrictedNote');
    }
    const everythingReceived = other.network.received.join('\n');
    expect(everythingReceived).toContain('Blessing');
    expect(everythingReceived).not.toContain('tratta');
    expect(everythingReceived).not.toContain('CS18');
    await expectEqualRecords(world, [author, other, coordinator]);
  });

  it('a worker who writes to a restricted field of another one is refused, and the words stay with their writer', async () => {
    const author = await world.settle(sara);
    const other = await world.settle(marco);
    const { recordId } = await author.save(createPerson({ nickname: 'Joy' }));
    await author.syncNow();
    await other.syncNow();
    expect(await other.trySave(editOf(other.find(recordId).record, { restrictedNote: 'da altri' }))).toBeUndefined();
    expect((await world.ledger()).records.get(recordId)?.fields).toEqual({ nickname: 'Joy' });
  });

  it('another city receives nothing', async () => {
    const here = await world.settle(sara);
    const stranger = await world.settle(await world.hire('coordinator', 'Gianni Fini', 'c_l219'));
    await here.save(createPerson({ nickname: 'Soltanto Genova' }));
    await here.syncNow();
    await stranger.syncNow();
    expect(stranger.confirmed().size).toBe(0);
    expect(stranger.network.received.join('\n')).not.toContain('Soltanto Genova');
  });

  it('7: two people on one tablet: neither sees what is the other one’s, and each queue goes up by itself', async () => {
    const first = await world.settle(sara);
    first.network.cut();
    await first.save(createPerson({ nickname: 'Di Sara', restrictedNote: SECRET }));
    await first.rest();
    first.stop();
    const second = await world.settle(marco, { disk: first.disk });
    await second.syncNow();
    expect(second.vault().outbox.peek()).toEqual([]);
    expect(JSON.stringify(second.vault().caseload.all())).not.toContain('Di Sara');
    expect(
      second
        .device()
        .vaults.peek()
        .find(({ displayName }) => displayName === 'Sara Conti'),
    ).toMatchObject({ waiting: 1 });
    await second.save(createPerson({ nickname: 'Di Marco' }));
    await second.letTimePass();
    await first.restart();
    await first.letTimePass();
    expect((await world.ledger()).verdicts.get(first.saved[0]?.id ?? '')?.verdict).toBe('accepted');
    await second.syncNow();
    await expectEqualRecords(world, [first, second]);
  });
});
