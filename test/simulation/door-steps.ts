import type { NewChange, OpenVault } from '../../src/device/open-vault.ts';
import { createCardCode } from '../../src/domain/card-code.ts';
import { Id } from '../../src/domain/primitives.ts';
import { byCard, findOwnTurn, oneMore, turnToChange } from '../../src/features/guest/guest-desk.ts';
import { InvitationResponse } from '../../src/protocol/guest.ts';
import { PROTOCOL_VERSION } from '../../src/protocol/version.ts';
import { nothing, sendRequest } from '../../src/sync/http-client.ts';
import type { Person, World } from './create-world.ts';
import { openTab } from './open-tab.ts';
import type { DoorStep } from './people-step-weights.ts';
import type { Random } from './random.ts';
import { type Tab, work } from './tab.ts';
import { deviceNowMs, httpOf } from './tab-ports.ts';

/** More phones than two tell nothing more, and each is a device that has to be run. */
const PHONES_MAX = 2;
/** Two phones scan the same. */
const CARDS_MAX = 1;

/** An event's door: somebody who has the code of it, and volunteers' phones that count there without an account. */
export function doDoorStep(world: World, wanted: DoorStep, random: Random) {
  // A history that is replayed on PostgreSQL knows of no guests.
  if (world.server.isSerial) return;
  const tabs = world.devices.flatMap(({ tabs: open }) => [...open]).filter((tab) => tab.vault() !== undefined);
  const phones = world.devices.filter(({ doorCode }) => doorCode !== undefined);
  const counting = random.pick(tabs.filter(({ place }) => place.doorCode !== undefined));
  const keeper = random.pick(tabs.filter(({ place }) => place.doorCode === undefined));
  const event = random.pick(eventsToday(world));
  const code = random.pick(world.doorCodes);
  const step = whatComesFirst();
  switch (step) {
    case 'show the code':
    case 'end the code': {
      if (keeper === undefined || event === undefined) return;
      const ask = step === 'show the code' ? showCode : endCode;
      world.tally.count(step);
      return work(world, keeper, step, () => ask(world, keeper, event));
    }
    case 'come in': {
      const place = world.addPhone(`phone ${phones.length + 1}`, code ?? '');
      world.tally.count(step);
      openTab(world, place, place.people[0] as Person);
      return;
    }
    case 'open the phone again': {
      const closed = random.pick(phones.filter(({ tabs: open }) => open.size === 0));
      if (closed === undefined) return;
      world.tally.count(step);
      openTab(world, closed, closed.people[0] as Person);
      return;
    }
    case 'one more':
    case 'scan a card':
    case 'write the hours':
      return counting && count(world, counting, step, random);
  }

  function whatComesFirst(): DoorStep {
    const isCounted = wanted === 'one more' || wanted === 'scan a card' || wanted === 'write the hours';
    if (!(isCounted && counting === undefined) && wanted !== 'come in') return wanted;
    if (code === undefined) return 'show the code';
    return phones.length < PHONES_MAX ? 'come in' : 'open the phone again';
  }
}

function count(world: World, tab: Tab, step: DoorStep, random: Random): void {
  const vault = tab.vault();
  const change = vault && toChange(world, tab, vault, step, random);
  if (vault === undefined || change === undefined) return;
  world.tally.count(step);
  work(world, tab, step, async () => {
    const saved = await vault.saveChange(change);
    if (saved.ok) world.oracle.told(tab, saved.value);
    else if (!tab.process.isDead) world.tally.count(`not saved: ${saved.error.type}`);
  });
}

function toChange(world: World, tab: Tab, vault: OpenVault, step: DoorStep, random: Random): NewChange | undefined {
  const { actor } = vault;
  if (actor.role !== 'guest' || actor.event === undefined) return undefined;
  const newId = () => Id.parse(world.newId(deviceNowMs(world, tab.place)));
  const place = { event: actor.event, shift: undefined };
  if (step === 'one more') return oneMore(newId(), place);
  if (step === 'write the hours') {
    const minutes = 30 * random.between(1, 4);
    return turnToChange(findOwnTurn(vault, actor.event), newId(), actor.event, {
      minutes,
      note: `N${random.below(9)}`,
    });
  }
  // What is in the hands of those who come, whether this city knows it or not.
  const cards = [...world.server.database.tables.records.values()].filter(({ kind }) => kind === 'card');
  const card = random.pick(cards.slice(0, CARDS_MAX))?.fields.code;
  return byCard(newId(), place, typeof card === 'string' && random.chance(0.9) ? card : createCardCode(newId));
}

const eventsToday = ({ server, scheduler }: World): readonly string[] =>
  [...server.database.tables.records.values()]
    .filter(({ kind, removed }) => kind === 'event' && !removed)
    .filter(({ fields }) => fields.date === new Date(scheduler.nowMs()).toISOString().slice(0, 10))
    .map(({ id }) => id)
    .slice(0, 2);

const asked = (tab: Tab, method: 'POST' | 'DELETE', event: string) => ({
  method,
  path: `/events/${event}/invitation` as const,
  authorization: `Bearer ${tab.store()?.sessionToken() ?? ''}`,
});

async function showCode(world: World, tab: Tab, event: string): Promise<void> {
  const answer = await sendRequest(httpOf(world, tab), {
    ...asked(tab, 'POST', event),
    body: { protocol: PROTOCOL_VERSION },
    response: InvitationResponse,
  });
  const code = answer.ok ? answer.value.invitation?.code : undefined;
  if (code !== undefined && !world.doorCodes.includes(code)) world.doorCodes.push(code);
}

async function endCode(world: World, tab: Tab, event: string): Promise<void> {
  await sendRequest(httpOf(world, tab), { ...asked(tab, 'DELETE', event), response: nothing });
}
