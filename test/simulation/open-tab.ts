import { acceptMissingDatabase, openDevice } from '../../src/device/open-device.ts';
import type { Person, SimulatedDevice, World } from './create-world.ts';
import { enterPhone } from './guest-phone.ts';
import { createProcess } from './scheduler.ts';
import { signIn } from './sign-in.ts';
import { closeTab, type Tab, work } from './tab.ts';
import { startMailer } from './tab-mailer.ts';
import { portsOf } from './tab-ports.ts';
import { begin, unlock } from './unlock-tab.ts';

/** Opens the app, signs in where there is no vault yet, unlocks and starts to sync. */
export function openTab(world: World, place: SimulatedDevice, person: Person): Tab {
  world.tabsOpened += 1;
  const process = createProcess(`${place.name}/${person.name} tab ${world.tabsOpened}`);
  const tab: Tab = {
    process,
    place,
    person,
    device: undefined,
    unlocked: undefined,
    sync: undefined,
    files: undefined,
    mailer: undefined,
    loginRoot: undefined,
    isBusy: false,
    receiptAskedAt: undefined,
    vault: () => (tab.unlocked?.vault.isLocked.peek() === false ? tab.unlocked.vault : undefined),
    store: () => tab.unlocked?.store,
  };
  place.tabs.add(tab);
  process.onDeath.push(() => place.tabs.delete(tab));
  work(world, tab, 'opens the app', () => (place.doorCode === undefined ? enter : enterPhone)(world, tab));
  return tab;
}

const SIGN_IN_AGAIN_MS = 30_000;

async function enter(world: World, tab: Tab): Promise<void> {
  const { place, person } = tab;
  const ports = portsOf(world, tab);
  let opening = await openDevice(ports);
  if (!opening.ok && opening.error.type === 'DatabaseMissing') {
    world.oracle.toldMissing(place);
    await acceptMissingDatabase(ports);
    opening = await openDevice(ports);
  } else if (opening.ok && opening.value.enrolment.peek() === undefined) world.oracle.openedEmpty(place);
  // A disk that refuses: the person closes the app and tries again another time.
  if (!opening.ok) return closeTab(world, tab);
  const device = opening.value;
  tab.device = device;
  if (device.enrolment.peek() === undefined) {
    const { deviceId, deviceToken, name } = place;
    const municipality = { id: person.actor.municipality, name: 'Genova' };
    const saved = await device.saveEnrolment({
      deviceId,
      deviceToken,
      municipality,
      label: name,
      escrow: world.escrow(municipality.id),
    });
    if (!saved.ok) return closeTab(world, tab);
  }
  await startMailer(world, tab, device);
  const joined = await device.joinOpenVault();
  tab.loginRoot = person.root;
  if (joined?.ok && joined.value.vault.actor.id === person.actor.id) return begin(world, tab, joined.value);
  const known = device.vaults.peek().find(({ accountId }) => accountId === person.actor.id);
  if (known !== undefined) return unlock(world, tab, known.vaultId);
  // Without network nobody signs in for the first time; they try until it works.
  const { username, actor } = person;
  const signedIn = await signIn(world, tab, device);
  if (!signedIn.ok) {
    return void world.scheduler.after(
      SIGN_IN_AGAIN_MS,
      () => work(world, tab, 'signs in', () => enterAgain()),
      tab.process,
    );
  }
  const made = await device.createVault({
    actor,
    username,
    root: Uint8Array.from(person.root),
    escrow: signedIn.value.escrow,
  });
  if (!made.ok) return closeTab(world, tab);
  await unlock(world, tab, made.value, signedIn.value.token);

  async function enterAgain(): Promise<void> {
    tab.mailer?.stop();
    device.close();
    await enter(world, tab);
  }
}
