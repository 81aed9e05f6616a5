import type { Device } from '../device/open-device.ts';
import type { UnlockedVault } from '../device/unlock-vault.ts';

/**
 * The server said that this device, or this account, may not come in any more. The vault is locked, and the mailer takes over from the lock
 * screen: first what waits is handed over, then what may not stay leaves. Written down before, so that a closed browser changes nothing.
 */
export function leaveWhenTold(device: Device, { vault, lock }: UnlockedVault): () => void {
  return vault.status.subscribe(({ trouble }) => {
    if (trouble === 'device-revoked' || trouble === 'account-disabled') void leave(trouble);
  });

  async function leave(trouble: 'device-revoked' | 'account-disabled'): Promise<void> {
    const mail = await device.lockedMail();
    await (trouble === 'device-revoked' ? mail.noteRevoked(true) : mail.noteClosed(vault.vaultId, true));
    await lock();
  }
}
