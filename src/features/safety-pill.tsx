import { StatePill } from '../ui/StatePill.tsx';
import type { Tone } from '../ui/tone.ts';
import { attentionSignal, isUrgent } from './attention-items.ts';
import { PLACES } from './places.ts';
import { type FeatureSession, useSession } from './session.ts';

/** The product's promise, on every screen: how what was written here stands. Green only after the server proved it. */
export function SafetyPill() {
  const { tone, label, shortLabel } = pillOf(useSession());
  return <StatePill tone={tone} label={label} shortLabel={shortLabel} href={PLACES.safety} />;
}

type Pill = { tone: Tone; label: string; shortLabel: string };

/**
 * needs a person | network | sending | waiting | proved | shown
 * -------------- | ------- | ------- | ------- | ------ | -----
 * yes            | any     | any     | any     | any    | da sistemare (red)
 * no             | no      | –       | any     | any    | senza rete · n salvati qui (grey)
 * no             | yes     | yes     | any     | any    | invio… n di m
 * no             | yes     | no      | > 0     | any    | n salvati qui, da inviare (amber)
 * no             | yes     | no      | 0       | yes    | tutto al sicuro · ora (green)
 * no             | yes     | no      | 0       | no     | controllo… (grey)
 */
function pillOf({ vault, words }: FeatureSession): Pill {
  const { t } = words;
  const status = vault.status.value;
  const waiting = vault.waitingCount.value;
  const attention = attentionSignal(vault).value.filter(isUrgent).length;
  if (attention > 0)
    return { tone: 'stop', label: t('pill.attention', { n: attention }), shortLabel: String(attention) };
  if (status.trouble !== undefined)
    return { tone: 'stop', label: t(`pill.trouble.${status.trouble}`), shortLabel: '!' };
  if (status.isOnline !== true)
    return { tone: 'off', label: t('pill.offline', { n: waiting }), shortLabel: String(waiting) };
  if (status.activity.doing === 'sending') {
    const { done, total } = status.activity;
    return { tone: 'send', label: t('pill.sending', { n: done, m: total }), shortLabel: `${done}/${total}` };
  }
  if (waiting > 0) return { tone: 'wait', label: t('pill.waiting', { n: waiting }), shortLabel: String(waiting) };
  if (status.safeAt === undefined) return { tone: 'off', label: t('pill.checking'), shortLabel: '…' };
  const time = words.formatTime(status.safeAt);
  return { tone: 'ok', label: t('pill.safe', { time }), shortLabel: time };
}
