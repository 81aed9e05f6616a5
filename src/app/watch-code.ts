import { computed, effect, type Signal } from '@preact/signals';
import type { OpenVault } from '../device/open-vault.ts';
import { GuestStandingResponse } from '../protocol/guest.ts';
import { type Ask, problemOf } from './ask-server.ts';

type WatchPorts = { readonly vault: OpenVault; readonly ask: Ask; readonly isEnded: Signal<boolean> };

const ENDED_DRAFT = 'guest:ended';

/**
 * Asks at each contact with the server whether the code of this phone is still open: whoever keeps the event may end it before the event ends.
 * The answer is kept sealed, so that a phone that was stopped stays stopped without a network. Without an answer nothing changes. The
 * returned function ends it.
 */
export function watchCode({ vault, ask, isEnded }: WatchPorts): () => void {
  isEnded.value = vault.drafts.find(ENDED_DRAFT) === true;
  const contact = computed(() => vault.status.value.lastContactAt);
  let isAsking = false;
  return effect(() => {
    if (contact.value === undefined || isAsking) return;
    isAsking = true;
    void ask({ method: 'GET', path: '/guest', response: GuestStandingResponse }).then((answer) => {
      isAsking = false;
      if (vault.isLocked.peek()) return;
      if (!answer.ok) return sayForgotten(problemOf(answer.error));
      isEnded.value = answer.value.standing !== 'open';
      vault.drafts.save(ENDED_DRAFT, isEnded.value);
    });
  });

  /** The sync of a tab that was here before may have halted over it, and that of this tab wait for its turn for ever. */
  function sayForgotten(problem: ReturnType<typeof problemOf>): void {
    const trouble = TROUBLES[problem ?? ''];
    if (trouble !== undefined) vault.status.value = { ...vault.status.peek(), trouble };
  }
}

const TROUBLES: Readonly<Record<string, 'signed-out' | 'device-unknown'>> = {
  SignInRefused: 'signed-out',
  DeviceUnknown: 'device-unknown',
};
