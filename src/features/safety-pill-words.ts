import type { OpenVault } from '../device/open-vault.ts';
import type { Translator } from '../i18n/translate.ts';
import { type IconNode, refreshIcon } from '../ui/icons.ts';
import type { Tone } from '../ui/tone.ts';
import { attentionSignal, isUrgent } from './attention-items.ts';
import { countUnreadableWork } from './risks.ts';

type Pill = { readonly tone: Tone; readonly label: string; readonly shortLabel: string; readonly icon?: IconNode };

/**
 * needs a person | network | busy      | waiting | proved | shown
 * -------------- | ------- | --------- | ------- | ------ | -----
 * yes            | any     | any       | 0       | any    | n da sistemare (red)
 * yes            | any     | any       | > 0     | any    | n da sistemare · n salvati qui (red): what is only here is never left unsaid
 * no             | no      | –         | any     | any    | senza rete · n salvati qui (grey)
 * no             | yes, –  | sending   | any     | any    | invio… n di m
 * no             | yes, –  | else      | > 0     | any    | n salvati qui, da inviare (amber)
 * no             | yes, –  | else      | 0       | no     | n modifiche non si leggono (red), while the outbox holds what does not open
 * no             | yes, –  | receiving | 0       | no     | ricevo… n di m: the first pull, before which half of everything is missing
 * no             | yes, –  | else      | 0       | no     | controllo… (grey)
 * no             | yes, –  | any       | 0       | yes    | n allegati da inviare (amber), while files are on this device only
 * no             | yes, –  | any       | 0       | yes    | tutto al sicuro · ora (green)
 *
 * The network is not known (–) until the first answer or its absence: nothing is said of it before.
 * A returned record or somebody else's refused change alone does not make it red, because the pill speaks of what was written here;
 * but both are counted: `toDo` is the number that stands at "Da sistemare".
 */
export function pillOf(vault: OpenVault, words: Translator, toDo: number): Pill {
  const { t, formatTime, formatNumber } = words;
  const status = vault.status.value;
  const waiting = vault.waitingCount.value;
  if (attentionSignal(vault).value.some(isUrgent)) {
    const needed = t('pill.attention', { n: toDo });
    const label = waiting === 0 ? needed : `${needed} · ${t('pill.savedHere', { n: waiting })}`;
    return { tone: 'stop', label, shortLabel: formatNumber(toDo) };
  }
  if (status.trouble !== undefined)
    return { tone: 'stop', label: t(`pill.trouble.${status.trouble}`), shortLabel: '!' };
  if (status.isOnline === false) {
    const label = t('pill.offline', { n: waiting });
    // A bare 0 says nothing; the words without a count are short enough for a phone.
    return { tone: 'off', label, shortLabel: waiting === 0 ? label : formatNumber(waiting) };
  }
  const { activity } = status;
  if (activity.doing === 'sending') return busyPill(words, 'pill.sending', activity);
  if (waiting > 0) return { tone: 'wait', label: t('pill.waiting', { n: waiting }), shortLabel: formatNumber(waiting) };
  const unreadable = countUnreadableWork(vault.unreadable);
  if (unreadable > 0) return { tone: 'stop', label: t('pill.unreadable', { n: unreadable }), shortLabel: '!' };
  if (status.safeAt === undefined) {
    if (activity.doing === 'receiving' && activity.total > 0) return busyPill(words, 'pill.receiving', activity);
    return { tone: 'off', label: t('pill.checking'), shortLabel: '…', icon: refreshIcon };
  }
  const files = status.filesWaiting ?? 0;
  if (files > 0) return { tone: 'wait', label: t('pill.files', { n: files }), shortLabel: formatNumber(files) };
  const time = formatTime(status.safeAt);
  return { tone: 'ok', label: t('pill.safe', { time }), shortLabel: time };
}

const busyPill = (
  { t, formatNumber }: Translator,
  key: 'pill.sending' | 'pill.receiving',
  { done, total }: { readonly done: number; readonly total: number },
): Pill => ({
  tone: 'send',
  label: t(key, { n: done, m: total }),
  shortLabel: `${formatNumber(done)}/${formatNumber(total)}`,
});
