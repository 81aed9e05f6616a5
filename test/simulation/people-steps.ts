// long because it is one table of steps: a case for each thing that people do.
import type { NewChange, OpenVault } from '../../src/device/open-vault.ts';
import { Id } from '../../src/domain/primitives.ts';
import type { RecordEnvelope } from '../../src/domain/record.ts';
import { SettleResponse } from '../../src/protocol/attention.ts';
import { PROTOCOL_VERSION } from '../../src/protocol/version.ts';
import { sendRequest } from '../../src/sync/http-client.ts';
import { toAttach } from './attach-file.ts';
import type { SimulatedDevice, World } from './create-world.ts';
import { doDeskStep } from './desk-steps.ts';
import { doDoorStep } from './door-steps.ts';
import { editOf, makeHomeChange } from './home-steps.ts';
import { isPractice, makeRecord } from './kind-steps.ts';
import { openTab } from './open-tab.ts';
import { isDeskStep, isDoorStep, isHomeStep, isKindStep, type PeopleStep } from './people-step-weights.ts';
import type { Random } from './random.ts';
import { closeTab, type Tab, work } from './tab.ts';
import { deviceNowMs, httpOf } from './tab-ports.ts';
import { unlockAgain } from './unlock-tab.ts';

/** What a volunteer does with what they counted; all else is work of those who have an account. */
const ON_A_PHONE: readonly PeopleStep[] = ['undo', 'remove', 'retry', 'discard', 'close a tab', 'look again'];

/** In another city they only read here. */
const ELSEWHERE: readonly PeopleStep[] = ['close a tab', 'lock', 'unlock', 'look again'];

const FIELDS = ['nickname', 'note', 'familyName'] as const;
/** Few values, so that people meet each other's. */
const VALUES = ['Ali', 'Momo', 'Zoë', 'Ines'];

export function doPeopleStep(world: World, step: PeopleStep, random: Random) {
  const { tally } = world;
  if (isDeskStep(step)) return doDeskStep(world, step, random);
  if (isDoorStep(step)) return doDoorStep(world, step, random);
  if (step === 'hand the tablet over') return handOver(world, random);
  if (step === 'open a tab' || step === 'open a second tab') return openSomewhere(world, step, random);
  const isDone = (place: SimulatedDevice) =>
    place.isElsewhere ? ELSEWHERE.includes(step) : place.doorCode === undefined || ON_A_PHONE.includes(step);
  const tabs = world.devices
    .filter(isDone)
    .flatMap((place) => [...place.tabs])
    .filter(({ unlocked }) => unlocked !== undefined);
  const tab = random.pick(tabs.filter((one) => hasOccasion(one, step)));
  if (tab === undefined) return;
  if (step === 'close a tab') {
    tally.count(step);
    world.note(`${tab.process.name} is closed`);
    return closeTab(world, tab);
  }
  if (step === 'unlock') {
    if (tab.vault() !== undefined) return;
    tally.count(step);
    return work(world, tab, step, () => unlockAgain(world, tab));
  }
  const vault = tab.vault();
  if (vault === undefined) return;
  const act = actOf(world, tab, vault, step, random);
  if (act === undefined) return;
  tally.count(step);
  work(world, tab, step, act);
}

/** What is done about refusals is done where something was refused: nobody else would come to it. */
function hasOccasion({ person, vault }: Tab, step: PeopleStep): boolean {
  const open = vault();
  switch (step) {
    case 'settle':
    case 'validate a practice':
    case 'take a practice back':
      return person.actor.role === 'coordinator';
    case 'mend':
    case 'retry':
    case 'discard':
    case 'edit what was refused':
      return open?.outbox.peek().some(({ state }) => state === 'attention') === true;
    case 'see what was settled':
      return open !== undefined && open.settled.peek().length > 0;
    default:
      return true;
  }
}

function openSomewhere(world: World, step: PeopleStep, random: Random): void {
  const place = random.pick(world.devices.filter(({ doorCode }) => doorCode === undefined));
  const person = place && random.pick(place.people);
  if (place === undefined || person === undefined) return;
  // One browser shows one person at a time; a second tab joins the first.
  const isOpen = place.tabs.size > 0;
  if (isOpen !== (step === 'open a second tab') || place.tabs.size > 1) return;
  const [first] = place.tabs;
  world.tally.count(step);
  openTab(world, place, first?.person ?? person);
}

/** One closes the app, sent or not, and a colleague takes the same device. */
function handOver(world: World, random: Random): void {
  const place = random.pick(world.devices.filter(({ people, tabs }) => people.length > 1 && tabs.size > 0));
  const holder = place && [...place.tabs][0]?.person;
  const next = place?.people.find((person) => person !== holder);
  if (place === undefined || next === undefined) return;
  world.tally.count('hand the tablet over');
  for (const tab of [...place.tabs]) closeTab(world, tab);
  openTab(world, place, next);
}

function actOf(
  world: World,
  tab: Tab,
  vault: OpenVault,
  step: PeopleStep,
  random: Random,
): (() => Promise<void>) | undefined {
  const all = vault.caseload.all().map(({ record }) => record);
  const living = all.filter(({ removed, mergedInto }) => !removed && mergedInto === undefined);
  const people = living.filter(({ kind }) => kind === 'beneficiary');
  const isCoordinator = tab.person.actor.role === 'coordinator';
  // Mostly those whom everybody works on.
  const person = random.pick(random.chance(0.6) ? people.slice(0, 2) : people);
  const record = random.pick(living);
  const value = random.chance(0.4) ? (random.pick(VALUES) ?? 'Ali') : `V${random.below(1e6)}`;
  const field = random.pick(FIELDS) ?? 'nickname';
  const save = (change: NewChange | undefined) =>
    change === undefined ? undefined : () => saveOne(world, tab, vault, change);
  const today = new Date(deviceNowMs(world, tab.place)).toISOString().slice(0, 10);
  const recordId = Id.parse(world.newId(deviceNowMs(world, tab.place)));
  const refused = vault.outbox.peek().filter(({ state }) => state === 'attention');
  const item = random.pick(refused);
  const newId = () => Id.parse(world.newId(deviceNowMs(world, tab.place)));
  const removed = all.filter((one) => one.removed);
  const desk = { living, removed, actor: tab.person.actor, isCoordinator, today, newId, random };
  if (isKindStep(step)) return save(makeRecord(step, desk));
  if (isHomeStep(step)) return save(makeHomeChange(step, desk));
  switch (step) {
    case 'create':
      return save({ type: 'create', recordId, kind: 'beneficiary', fields: { nickname: value } });
    case 'serve': {
      const fields = { types: ['CONT'], date: today, beneficiary: person?.id ?? '' };
      return save(person && { type: 'create', recordId, kind: 'service', fields });
    }
    case 'log a contact': {
      const fields = { types: ['CONT'], date: today, contact: { count: 1 }, note: value };
      return save({ type: 'create', recordId, kind: 'service', fields });
    }
    case 'edit':
      return save(
        person && editOf(person, { [field]: value, ...(random.chance(0.3) && { note: `N${random.below(99)}` }) }),
      );
    case 'edit a little later': {
      // The form was open for a while: what it shows is older than what the device knows by now.
      if (person === undefined) return undefined;
      const change = editOf(person, { [field]: value });
      return async () => {
        await new Promise<void>((resolve) => {
          world.scheduler.after(random.below(20_000), resolve, tab.process);
        });
        await saveOne(world, tab, vault, change);
      };
    }
    case 'edit there and back': {
      if (person === undefined) return undefined;
      const before = person.fields[field] ?? null;
      return async () => {
        await saveOne(world, tab, vault, editOf(person, { [field]: value }));
        const now = vault.caseload.find(person.id)?.record;
        if (now !== undefined && (field !== 'nickname' || before !== null)) {
          await saveOne(world, tab, vault, editOf(now, { [field]: before }));
        }
      };
    }
    case 'comment':
      return save(record && { ...about(record), type: 'comment', text: `C${random.below(1e6)}` });
    case 'attach':
      return toAttach(world, tab, { living, random });
    case 'take a practice back': {
      const shown = random.pick(living.filter(({ kind, review }) => isPractice(kind) && review.state === 'validated'));
      if (!isCoordinator || shown === undefined) return undefined;
      const verb = random.pick(['return', 'reopen', 'reopen'] as const) ?? 'reopen';
      if (random.chance(0.3)) return save({ ...about(shown), type: 'remove' });
      const comment = verb === 'return' ? { comment: 'Da rivedere' } : {};
      return save({ ...about(shown), type: 'review', seenVersion: shown.version, verb, ...comment });
    }
    case 'validate':
    case 'return':
    case 'reopen': {
      if (!isCoordinator || record === undefined) return undefined;
      const comment = step === 'return' ? { comment: `R${random.below(1e6)}` } : {};
      return save({ ...about(record), type: 'review', seenVersion: record.version, verb: step, ...comment });
    }
    case 'resolve': {
      const disputed = random.pick(living.filter(({ conflicts }) => conflicts.length > 0));
      const conflict = disputed && random.pick(disputed.conflicts);
      if (disputed === undefined || conflict === undefined) return undefined;
      const from = disputed.fields[conflict.field] ?? null;
      const conflictIds = disputed.conflicts.filter((one) => one.field === conflict.field).map(({ id }) => id);
      const to = random.chance(0.5) ? conflict.value : from;
      return save({ ...about(disputed), type: 'resolve', field: conflict.field, from, to, conflictIds });
    }
    case 'settle': {
      if (!isCoordinator || world.server.isSerial) return undefined;
      const open = [...world.server.database.tables.attention].filter(([, { isClosed }]) => !isClosed);
      const [changeId, row] = random.pick(open) ?? [];
      if (changeId === undefined || row === undefined) return undefined;
      const how = random.pick(['apply', 'apply', 'apply', 'send-back', 'dismiss', 'mended']);
      return () => settleItem(world, tab, changeId, how ?? 'dismiss');
    }
    case 'hold an event': {
      const fields = { title: value, type: 'LABO', date: today, state: 'PLAN' };
      return save({ type: 'create', recordId, kind: 'event', fields });
    }
    case 'count somebody': {
      const event = random.pick(living.filter(({ kind }) => kind === 'event').slice(0, 2));
      const who = person && random.chance(0.7) ? { beneficiary: person.id } : { attendee: 'UNKN', count: 3 };
      const fields = { event: event?.id ?? '', role: 'PART', minutes: 60, ...who };
      return save(event && { type: 'create', recordId, kind: 'attendance', fields });
    }
    case 'remove':
      return save(record && { ...about(record), type: 'remove' });
    case 'restore': {
      const back = random.pick(removed);
      return save(back && { ...about(back), type: 'restore' });
    }
    case 'merge': {
      const into = random.pick(people.filter(({ id }) => id !== person?.id));
      return save(isCoordinator && person && into ? { ...about(person), type: 'merge', into: into.id } : undefined);
    }
    case 'unmerge': {
      const merged = random.pick(all.filter(({ mergedInto }) => mergedInto !== undefined));
      return save(isCoordinator && merged ? { ...about(merged), type: 'unmerge' } : undefined);
    }
    case 'undo': {
      const newest = vault.outbox
        .peek()
        .filter(({ state }) => state === 'waiting')
        .at(-1);
      if (newest === undefined) return undefined;
      return async () => {
        if (await vault.undoChange(newest.change.id)) world.oracle.toldUndone(tab, newest.change.id);
      };
    }
    case 'mend': {
      if (item === undefined) return undefined;
      const { recordId: mended, kind } = item.change;
      const shown = vault.caseload.find(mended);
      const change: NewChange | undefined =
        shown?.confirmed !== undefined && kind === 'beneficiary'
          ? editOf(shown.confirmed, { nickname: value })
          : item.change.type === 'create'
            ? { type: 'create', recordId: mended, kind, fields: item.change.fields }
            : undefined;
      if (change === undefined) return undefined;
      return async () => {
        world.oracle.settlements.means(
          tab,
          refused.filter(({ change: one }) => one.recordId === mended).map(({ change: one }) => one.id),
        );
        const mending = await vault.mendChange(mended, change);
        if (mending.ok) world.oracle.told(tab, mending.value, world.oracle.refusedAndGone(tab, vault, mended));
      };
    }
    case 'retry':
      if (item === undefined) return undefined;
      return async () => {
        world.oracle.settlements.means(tab, [item.change.id]);
        const again = await vault.retryChange(item.change.id);
        if (again.ok) world.oracle.told(tab, again.value, [item.change.id]);
      };
    case 'discard':
      if (item === undefined) return undefined;
      return async () => {
        world.oracle.settlements.means(tab, [item.change.id]);
        const isGone = await vault.discardChange(item.change.id);
        if (isGone.ok) world.oracle.toldDiscarded(tab, item.change.id);
      };
    case 'edit what was refused': {
      // Beside the refused row, not in its place.
      const other = people.find(({ id }) => id === item?.change.recordId);
      return save(other && editOf(other, { [field]: value }));
    }
    case 'see what was settled': {
      const [seen] = vault.settled.peek();
      if (seen === undefined) return undefined;
      return async () => {
        world.oracle.settlements.seen(tab, seen.change.id);
        await vault.forgetSettled(seen.change.id);
      };
    }
    case 'draft':
      return async () => {
        vault.drafts.save('form', { nickname: value });
        await vault.drafts.flush();
      };
    case 'lock':
      return async () => {
        world.note(`${tab.process.name} locks`);
        await tab.unlocked?.lock();
      };
    case 'look again':
      return async () => tab.sync?.nudge();
    default:
      return undefined;
  }
}

/** Over the network; an answer that does not come changes nothing for whoever asked. */
async function settleItem(world: World, tab: Tab, changeId: string, how: string): Promise<void> {
  const answer = await sendRequest(httpOf(world, tab), {
    method: 'POST',
    path: `/attention/${changeId}`,
    authorization: `Bearer ${tab.store()?.sessionToken() ?? ''}`,
    body: { protocol: PROTOCOL_VERSION, how, ...(how !== 'apply' && { note: 'Per favore' }) },
    response: SettleResponse,
  });
  if (!answer.ok) return world.tally.count(`not settled: ${JSON.stringify(answer.error)}`);
  const { isSettled } = answer.value;
  world.note(
    `${tab.process.name} settles ${changeId.slice(-6)}: ${how}${isSettled ? '' : ', and it is refused again'}`,
  );
  world.tally.count(isSettled ? `settled: ${how}` : `refused again: ${how}`);
}

async function saveOne(world: World, tab: Tab, vault: OpenVault, change: NewChange): Promise<void> {
  const result = await vault.saveChange(change);
  if (result.ok) world.oracle.told(tab, result.value);
  else if (!tab.process.isDead) world.tally.count(`not saved: ${result.error.type}`);
}

const about = ({ id, kind }: RecordEnvelope) => ({ recordId: id, kind });
