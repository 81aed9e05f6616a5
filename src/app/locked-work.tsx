import { effect, type Signal, signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Device } from '../device/open-device.ts';
import { LeftPage, type WhatLeft } from '../features/locked/LeftPage.tsx';
import { LockedNotes } from '../features/locked/LockedNotes.tsx';
import { loadLockedWords } from '../i18n/load-translator.ts';
import type { LockedWords } from '../i18n/translate.ts';
import type { MailNews } from '../sync/create-mailer.ts';
import { clearBrowser } from './clear-browser.ts';
import { forgetCleared, rememberCleared, wasCleared } from './cleared-note.ts';
import { handOverRescue } from './hand-over-rescue.ts';
import { locale } from './preferences.ts';
import { startMailer } from './start-mailer.ts';

/**
 * What goes on while vaults are locked: their work is carried to the server, and what may not stay leaves. Fetched once the lock screen
 * stands, so that nobody waits for it.
 */
export type LockedWork = {
  /** Something left: the page that says so stands in the place of the doors. */
  readonly leftPage: () => ComponentChildren;
  /** More about one person's work, where there is more to say. */
  readonly notesOf: (vaultId: string) => ComponentChildren;
  readonly nudge: () => void;
  /** The vault's person is here: it is theirs at once. */
  readonly yieldVault: (vaultId: string) => void;
  readonly stop: () => void;
};

export async function startLockedWork(
  device: Device,
  isOnline: Signal<boolean>,
  openVaultId: () => string | undefined,
): Promise<LockedWork> {
  const words = signal<LockedWords>(await loadLockedWords(locale.peek()));
  const left = signal<WhatLeft | undefined>(wasCleared() ? { what: 'device' } : undefined);
  const hasContact = signal<boolean | undefined>(undefined);
  const namesById = new Map<string, string>();
  const stopNames = effect(() => {
    for (const { vaultId, displayName } of device.vaults.value) namesById.set(vaultId, displayName);
  });
  const stopWords = locale.subscribe((chosen) => void loadLockedWords(chosen).then((loaded) => (words.value = loaded)));
  const mailer = await startMailer(device, openVaultId, hear);

  return {
    leftPage: () => left.value && <LeftPage words={words.value} left={left.value} onClose={close} />,
    notesOf(vaultId) {
      const vault = device.vaults.value.find((candidate) => candidate.vaultId === vaultId);
      if (vault === undefined || vault.unsent === 0) return undefined;
      const hasNoNetwork = !isOnline.value || hasContact.value === false;
      const rescue = hasNoNetwork && vault.isRegistered ? () => handOverRescue(device, vaultId) : undefined;
      return <LockedNotes words={words.value} unsent={vault.unsent} leaving={vault.leaving} onRescue={rescue} />;
    },
    nudge: mailer.nudge,
    yieldVault: mailer.yieldVault,
    stop() {
      stopNames();
      stopWords();
      mailer.stop();
    },
  };

  function hear(news: MailNews): void {
    if (news.what === 'round') hasContact.value = news.hasContact;
    if (news.what === 'vault-left') left.value = { what: 'account', name: namesById.get(news.vaultId) ?? '' };
    if (news.what === 'device-left') {
      left.value = { what: 'device' };
      void clearBrowser().then(rememberCleared);
    }
  }

  function close(): void {
    const wasDevice = left.peek()?.what === 'device';
    left.value = undefined;
    forgetCleared();
    // A device that was cleared starts as a new one.
    if (wasDevice) location.assign('/');
  }
}
