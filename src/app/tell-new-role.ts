import { effect } from '@preact/signals';
import type { Device } from '../device/open-device.ts';
import type { OpenVault } from '../device/open-vault.ts';
import type { Translator } from '../i18n/translate.ts';
import { say } from './notices.ts';

/** A role that was changed meanwhile holds from the next unlock on: the screens of an open vault stay those of the old one until then. */
export function tellNewRole(device: Device, vault: OpenVault, words: () => Translator, lock: () => void): () => void {
  return effect(() => {
    const kept = device.vaults.value.find(({ vaultId }) => vaultId === vault.vaultId);
    if (kept === undefined || kept.role === vault.actor.role) return;
    const { t } = words();
    say({ text: t('settings.newRole'), tone: 'stop', action: { label: t('settings.lock'), run: lock }, isKept: true });
  });
}
