import type { OpenVault } from '../../src/device/open-vault.ts';
import type { RecordEnvelope } from '../../src/domain/record.ts';
import { figuresOf } from '../../src/features/event-records.ts';
import type { World } from './create-world.ts';
import type { Broken } from './saved-change.ts';

/** What must hold at the door of an event. */

/** At any moment: a volunteer's phone has its event and what was counted with it, and nothing that says who anybody is. */
export function checkPhones(world: World, broken: Broken): void {
  for (const place of world.devices) {
    if (place.doorCode === undefined) continue;
    for (const tab of place.tabs) {
      const vault = tab.vault();
      if (vault === undefined || vault.actor.role !== 'guest') continue;
      for (const { record } of vault.caseload.all())
        if (!mayBeThere(vault, record))
          broken('guest', `${tab.process.name} holds ${record.kind} ${record.id.slice(-6)}`);
    }
  }
}

function mayBeThere({ actor }: OpenVault, { kind, id, fields, createdBy }: RecordEnvelope): boolean {
  const { event } = actor as { event?: string };
  if (kind === 'event') return id === event;
  const isNamed = fields.beneficiary !== undefined || fields.nickname !== undefined;
  return kind === 'attendance' && createdBy.id === actor.id && !isNamed;
}

/** Once healed: whoever was ticked off is one person, by name, by card, by any phone, and before and after a merge. */
export function checkDoors(world: World, broken: Broken): void {
  checkPhones(world, broken);
  const records = [...world.server.database.tables.records.values()];
  const recordOf = new Map<string, RecordEnvelope>(records.map((record) => [record.id, record]));
  const alive = records.filter(({ removed, mergedInto }) => !removed && mergedInto === undefined);
  const presences = alive.filter(({ kind }) => kind === 'attendance');
  for (const event of alive.filter(({ kind, fields }) => kind === 'event' && fields.state !== 'CANC')) {
    const here = presences.filter(({ fields }) => fields.event === event.id);
    const keys = here.map(({ fields }) => personOf(fields));
    const persons = new Set(keys.filter((key) => key !== undefined));
    const unknown = here.reduce(
      (sum, { fields }, at) => sum + (keys[at] === undefined ? Number(fields.count ?? 1) : 0),
      0,
    );
    if (persons.size < keys.filter((key) => key !== undefined).length)
      world.tally.count('ticked off twice, counted once');
    for (const tab of world.devices.flatMap(({ tabs }) => [...tabs])) {
      const vault = tab.vault();
      // What was refused is still shown to its author.
      if (vault === undefined || vault.actor.role === 'guest' || vault.attentionCount.peek() > 0) continue;
      const shown = vault.caseload.find(event.id);
      if (shown === undefined) continue;
      const { uniqueParticipants, unknownParticipants } = figuresOf(vault, shown);
      if (uniqueParticipants !== persons.size || unknownParticipants !== unknown)
        broken(
          'door',
          `${tab.process.name} counts ${uniqueParticipants} and ${unknownParticipants} at ${event.id.slice(-6)}, ${persons.size} and ${unknown} came`,
        );
    }
  }

  function personOf({ beneficiary, card }: RecordEnvelope['fields']): string | undefined {
    if (typeof beneficiary === 'string') return survivorOf(beneficiary);
    if (typeof card !== 'string') return undefined;
    const holder = alive.find(({ kind, fields }) => kind === 'card' && fields.code === card)?.fields.beneficiary;
    return typeof holder === 'string' ? survivorOf(holder) : card;
  }
  function survivorOf(id: string): string {
    const into = recordOf.get(id)?.mergedInto;
    return into === undefined ? id : survivorOf(into);
  }
}
