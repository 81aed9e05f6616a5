import type { OpenVault } from '../../device/open-vault.ts';
import type { GuestWords } from '../../i18n/load-guest.ts';
import type { Tone } from '../../ui/tone.ts';

/**
 * Where what was counted is now, in few words: saved here · sending · on the server. Green only after a receipt proved it.
 */
export function guestState(vault: OpenVault, { t }: GuestWords): { readonly tone: Tone; readonly label: string } {
  const { isOnline, activity, safeAt } = vault.status.value;
  const n = vault.waitingCount.value;
  if (isStuck(vault)) return { tone: 'stop', label: t('cannotSend') };
  if (n === 0)
    return safeAt === undefined ? { tone: 'off', label: t('checking') } : { tone: 'ok', label: t('allSent') };
  if (isOnline === false) return { tone: 'off', label: t('offline', { n }) };
  if (activity.doing === 'sending') return { tone: 'send', label: t('sending', { n }) };
  return { tone: 'wait', label: t('savedHere', { n }) };
}

/** No help but a person's: the rest mends itself with the next contact. */
export const isStuck = ({ status }: OpenVault): boolean =>
  (['signed-out', 'device-revoked', 'device-unknown', 'account-disabled', 'protocol-unsupported'] as const).some(
    (trouble) => trouble === status.value.trouble,
  );

/** The server does not know this phone any more: the code of the event, scanned again, lets it send what it holds. */
export const isForgotten = ({ status }: OpenVault): boolean =>
  (['signed-out', 'device-unknown'] as const).some((trouble) => trouble === status.value.trouble);

/** Whether leaving takes away what may be nowhere else: a server that does not know the phone may have lost what it took from it, too. */
export const holdsOwn = (vault: OpenVault): boolean =>
  vault.waitingCount.value > 0 || (isStuck(vault) && (vault.status.value.keptCount ?? 0) > 0);
