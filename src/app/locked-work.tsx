import { effect, type Signal, signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Device } from '../device/open-device.ts';
import { LeftPage, type WhatLeft } from '../features/locked/LeftPage.tsx';
import { LockedNotes } from '../features/locked/LockedNotes.tsx';
import { loadLockedWords } from '../i18n/load-translator.ts';
import type { LockedWords } from '../i18n/translate.ts';
import type { MailNews } from '../sync/create-mailer.ts';
import { clearBrowser } from './clear-browser.ts';
import { findCleared, forgetCleared, rememberCleared } from './cleared-note.ts';
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
  const cleared = findCleared();
  const left = signal<WhatLeft | undefined>(cleared && { what: 'device', ...cleared });
  const filesUnsent = signal<ReadonlyMap<string, number>>(new Map());
  const hasContact = signal<boolean | undefined>(undefined);
  const namesById = new Map<string, string>();
  const mail = await device.lockedMail();
  const stopNames = effect(() => {
    void countFiles();
    for (const { vaultId, displayName } of device.vaults.value) namesById.set(vaultId, displayName);
  });
  const stopWords = locale.subscribe((chosen) => void loadLockedWords(chosen).then((loaded) => (words.value = loaded)));
  const mailer = await startMailer(device, openVaultId, hear);

  return {
    leftPage: () => left.value && <LeftPage words={words.value} left={left.value} onClose={close} />,
    notesOf(vaultId) {
      const vault = device.vaults.value.find((candidate) => candidate.vaultId === vaultId);
      const files = filesUnsent.value.get(vaultId) ?? 0;
      if (vault === undefined || vault.unsent + files === 0) return undefined;
      const hasNoNetwork = !isOnline.value || hasContact.value === false;
      // Fetched by the tap: it is seldom wanted.
      const handOver = async () => (await import('./hand-over-rescue.ts')).handOverRescue(device, vaultId);
      const rescue = hasNoNetwork && vault.isRegistered && vault.unsent > 0 ? handOver : undefined;
      return <LockedNotes words={words.value} {...vault} filesUnsent={files} onRescue={rescue} />;
    },
    nudge: mailer.nudge,
    yieldVault: mailer.yieldVault,
    stop() {
      stopNames();
      stopWords();
      mailer.stop();
    },
  };

  /** Whenever the list of vaults is a new one: the lock screen itself does not wait for files. */
  async function countFiles(): Promise<void> {
    const surveyed = await mail.survey();
    if (surveyed.ok) filesUnsent.value = new Map(surveyed.value.vaults.map((one) => [one.vaultId, one.filesUnsent]));
  }

  function hear(news: MailNews): void {
    if (news.what === 'round') hasContact.value = news.hasContact;
    if (news.what === 'vault-left') left.value = { what: 'account', name: namesById.get(news.vaultId) ?? '' };
    if (news.what === 'device-left') {
      left.value = { ...news, what: 'device' };
      rememberCleared(news.filesLost);
    }
    // What the server's answer had the browser clear takes the note along.
    if (news.what === 'device-cleared') void clearBrowser().then(() => rememberCleared(news.filesLost));
  }

  function close(): void {
    const wasDevice = left.peek()?.what === 'device';
    left.value = undefined;
    forgetCleared();
    // A device that was cleared starts as a new one.
    if (wasDevice) location.assign('/');
  }
}
