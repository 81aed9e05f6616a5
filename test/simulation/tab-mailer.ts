import type { Device } from '../../src/device/open-device.ts';
import { createMailer } from '../../src/sync/create-mailer.ts';
import { createMailServerPort } from '../../src/sync/mail-server-port.ts';
import type { World } from './create-world.ts';
import { closeTab, type Tab } from './tab.ts';
import { httpOf } from './tab-ports.ts';

/** What empties a locked device, and what it does when the device or the account may not stay. */
export async function startMailer(world: World, tab: Tab, device: Device): Promise<void> {
  const { place, process } = tab;
  const { scheduler, oracle, tally } = world;
  const openVaultId = () => tab.vault()?.vaultId;
  tab.mailer = createMailer({
    mail: await device.lockedMail(),
    server: createMailServerPort(httpOf(world, tab), () => device.enrolment.peek()?.deviceToken),
    removeVault: (vaultId, when) => watchLeaving(() => device.removeVault(vaultId, when), vaultId),
    wipe: () => watchLeaving(() => device.wipe()),
    hold: async (vaultId, run) =>
      openVaultId() !== vaultId && (await place.locks.hold(`sync-${vaultId}`, process, run)),
    lead: (run) => place.locks.lead('mailbox', process, run),
    random: () => world.random.next(),
    after: (ms, run) => scheduler.after(ms, run, process),
    tell(news) {
      if (news.what === 'vault-left' || news.what === 'device-left') tally.count(news.what);
      // What stands on the screen then is a page that starts the app anew.
      if (news.what === 'device-cleared') scheduler.soon(() => closeTab(world, tab), process);
    },
    reportFault: (error) => {
      if (!process.isDead) oracle.threw(`${process.name} mailbox`, error);
    },
  });

  /** Also of a tab that dies when all has left, and before it hears of it. */
  async function watchLeaving<T>(work: () => Promise<T>, leavingId?: string): Promise<T> {
    const isGone = () =>
      !place.disk
        .rows<{ vaultId: string }>('vaults')
        .some(({ vaultId }) => leavingId === undefined || vaultId === leavingId);
    let hasLooked = false;
    const look = () => {
      if (!hasLooked && isGone()) oracle.vaultsLeft(place, leavingId);
      hasLooked = true;
    };
    process.onDeath.push(look);
    const done = await work();
    look();
    return done;
  }
}

/** As the app does it: written down, locked, and the mailer hands over what waits before anything leaves. */
export async function leave(world: World, tab: Tab, trouble: 'device-revoked' | 'account-disabled'): Promise<void> {
  const { device, unlocked } = tab;
  if (device === undefined || unlocked === undefined) return;
  world.note(`${tab.process.name} is told: ${trouble}`);
  const mail = await device.lockedMail();
  await (trouble === 'device-revoked' ? mail.noteRevoked(true) : mail.noteClosed(unlocked.vault.vaultId, true));
  await unlocked.lock();
}
