import type { Device } from '../device/open-device.ts';
import { createMailer, type Mailer, type MailNews } from '../sync/create-mailer.ts';
import { createMailServerPort } from '../sync/mail-server-port.ts';
import { after } from './browser-ports.ts';
import { ownServer } from './entrance.ts';
import { leadWithLock, syncLockName, tryWithLock } from './locks.ts';

/** Starts emptying locked vaults into the mailbox, and wakes that at every good moment. Loaded after the lock screen is there. */
export async function startMailer(
  device: Device,
  openVaultId: () => string | undefined,
  tell: (news: MailNews) => void,
): Promise<Mailer> {
  const mail = await device.lockedMail();
  let isEnded = false;
  let mailer = begin();
  const nudge = () => mailer.nudge();
  const onVisible = () => document.visibilityState === 'visible' && mailer.nudge();
  window.addEventListener('online', nudge);
  document.addEventListener('visibilitychange', onVisible);
  return {
    nudge,
    yieldVault: (vaultId) => mailer.yieldVault(vaultId),
    stop() {
      window.removeEventListener('online', nudge);
      document.removeEventListener('visibilitychange', onVisible);
      isEnded = true;
      mailer.stop();
    },
  };

  function begin(): Mailer {
    return createMailer({
      mail,
      server: createMailServerPort(ownServer(), () => device.enrolment.peek()?.deviceToken),
      removeVault: device.removeVault,
      wipe: device.wipe,
      // The one that syncs an open vault holds its lock, in whatever tab.
      hold: async (vaultId, work) => openVaultId() !== vaultId && (await tryWithLock(syncLockName(vaultId), work)),
      lead: async (work) => {
        const how = await leadWithLock('taccuino-mailbox', work);
        // This tab was frozen and another one took over: back in line, for when that one closes.
        if (how === 'taken-over' && !isEnded) mailer = begin();
      },
      random: Math.random,
      after,
      tell(news) {
        void device.refreshVaults();
        tell(news);
      },
      reportFault: (error) => reportError(error),
    });
  }
}
