import type { UnlockedVault } from '../../src/device/unlock-vault.ts';
import { createCarrier } from '../../src/sync/create-carrier.ts';
import { createFileServerPort, type FileServerPort } from '../../src/sync/file-server-port.ts';
import type { World } from './create-world.ts';
import type { Tab } from './tab.ts';
import { httpOf } from './tab-ports.ts';

/** As the app asks for files: with the session of the vault, which `sync` renews. */
export const fileServerOf = (world: World, tab: Tab): FileServerPort =>
  createFileServerPort(httpOf(world, tab), (send) => send(`Bearer ${tab.store()?.sessionToken() ?? ''}`));

/** The files of an open vault and who carries them up, as src/app/start-files.ts starts them. */
export async function startFiles(world: World, tab: Tab, { vault, openFiles }: UnlockedVault): Promise<void> {
  const { scheduler, oracle, tally } = world;
  const { process, place } = tab;
  const opened = await openFiles();
  if (!opened.ok || process.isDead || vault.isLocked.peek()) return;
  const files = opened.value;
  tab.files = files;
  const carrier = createCarrier({
    files,
    server: fileServerOf(world, tab),
    random: () => world.random.next(),
    after: (ms, run) => scheduler.after(ms, run, process),
    lead: (run) => place.locks.lead(`files-${vault.vaultId}`, process, run),
    tell: (progress) => progress !== undefined && progress.done > 0 && tally.count('a file goes on where it was'),
    reportFault: (error) => {
      if (!process.isDead) oracle.threw(`${process.name} carrier`, error);
    },
  });
  const nudge = () => {
    if (!process.isDead && files.due().length > 0) scheduler.soon(() => carrier.nudge(), process);
  };
  const stops = [files.lines.subscribe(nudge), vault.caseload.version.subscribe(nudge), vault.status.subscribe(nudge)];
  vault.isLocked.subscribe((isLocked) => {
    if (!isLocked) return;
    carrier.stop();
    tab.files = undefined;
    for (const stop of stops) stop();
  });
}
