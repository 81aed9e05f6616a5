import { recoverVault } from '../../src/app/recover-vault.ts';
import type { UnlockedVault } from '../../src/device/unlock-vault.ts';
import { err } from '../../src/domain/result.ts';
import { createSync } from '../../src/sync/create-sync.ts';
import { createHttpServerPort } from '../../src/sync/http-server-port.ts';
import { isDayOfFiles } from './attach-file.ts';
import type { World } from './create-world.ts';
import { renew, signIn } from './sign-in.ts';
import { closeTab, type Tab, work } from './tab.ts';
import { startFiles } from './tab-files.ts';
import { leave } from './tab-mailer.ts';
import { deviceNowMs, httpOf } from './tab-ports.ts';

/** They go on with what is open, and type the password when they have a moment. */
const ASKED_AGAIN_MS = 5 * 60_000;

/** Opens the vault with the password the person knows, or gets its key back from the municipality, and starts to sync. */
export async function unlock(world: World, tab: Tab, vaultId: string, token?: string): Promise<void> {
  // No vault is kept from its person.
  tab.mailer?.yieldVault(vaultId);
  const { root } = tab.person;
  const unlocked = await tab.device?.unlockVault(vaultId, Uint8Array.from(root));
  if (unlocked?.ok !== true) {
    const isOther = unlocked?.error.type === 'WrongPassword' || unlocked?.error.type === 'PasswordStale';
    return isOther && token === undefined ? recover(world, tab, vaultId) : closeTab(world, tab);
  }
  tab.loginRoot = root;
  if (token !== undefined) await unlocked.value.store.saveSessionToken(token);
  begin(world, tab, unlocked.value);
}

/** The person types the password again on the same screen. */
export async function unlockAgain(world: World, tab: Tab): Promise<void> {
  await tab.device?.refreshVaults();
  const known = tab.device?.vaults.peek().find(({ accountId }) => accountId === tab.person.actor.id);
  if (known === undefined) return closeTab(world, tab);
  tab.sync?.stop();
  await unlock(world, tab, known.vaultId);
}

/** As the app does it: whoever signs in with a password that the vault does not know gets its key back from the municipality. */
async function recover(world: World, tab: Tab, vaultId: string): Promise<void> {
  const { device, person, place } = tab;
  const session = device && (await signIn(world, tab, device));
  if (device === undefined || session?.ok !== true) return closeTab(world, tab);
  const { root } = person;
  const recovered = await recoverVault(httpOf(world, tab), device, vaultId, {
    session: session.value,
    root: Uint8Array.from(root),
  });
  if (!recovered.ok) return closeTab(world, tab);
  world.tally.count('vault recovered');
  world.oracle.passwords.replaced(place, vaultId);
  const { token } = session.value;
  await unlock(world, tab, vaultId, token);
}

export function begin(world: World, tab: Tab, unlocked: UnlockedVault): void {
  const { scheduler, oracle } = world;
  const { place, process } = tab;
  const { vault, store } = unlocked;
  tab.unlocked = unlocked;
  oracle.opened(tab, unlocked);
  let waiting = vault.waitingCount.peek();
  const sync = createSync({
    server: createHttpServerPort(httpOf(world, tab), async () => {
      const device = tab.device;
      if (device === undefined) return err({ type: 'Unreachable' });
      return renew(world, tab, device, vault.vaultId);
    }),
    store,
    nowMs: () => deviceNowMs(world, place),
    random: () => world.random.next(),
    after: (ms, run) => scheduler.after(ms, run, process),
    lead: (run) => place.locks.lead(`sync-${vault.vaultId}`, process, run),
    readStatus: () => vault.status.peek(),
    writeStatus(status) {
      if (status.safeAt !== undefined && status.safeAt !== vault.status.peek().safeAt) oracle.toldSafe(tab);
      vault.status.value = status;
    },
    reportFault: (error) => {
      if (!process.isDead) oracle.threw(`${process.name} sync`, error);
    },
  });
  tab.sync = sync;
  if (isDayOfFiles(world)) void startFiles(world, tab, unlocked);
  const stop = vault.waitingCount.subscribe((count) => {
    if (process.isDead) return;
    if (count > waiting) scheduler.soon(() => sync.nudge(), process);
    waiting = count;
  });
  const stopAsking = vault.status.subscribe(({ trouble }) => {
    // They are asked for their password, and come in by it again.
    if (trouble === 'signed-out')
      scheduler.after(ASKED_AGAIN_MS, () => work(world, tab, 'signs in again', () => signInAgain(world, tab)), process);
  });
  let isLeaving = false;
  const stopLeaving = vault.status.subscribe(({ trouble }) => {
    if (isLeaving || (trouble !== 'device-revoked' && trouble !== 'account-disabled')) return;
    isLeaving = true;
    scheduler.soon(() => void leave(world, tab, trouble), process);
  });
  vault.isLocked.subscribe((isLocked) => {
    if (!isLocked) return;
    stop();
    stopLeaving();
    stopAsking();
    sync.stop();
    tab.mailer?.nudge();
  });
}

async function signInAgain(world: World, tab: Tab): Promise<void> {
  const vault = tab.vault();
  if (vault?.status.peek().trouble !== 'signed-out') return;
  await tab.unlocked?.lock();
  await unlockAgain(world, tab);
}
