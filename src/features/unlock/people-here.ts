import type { DoorWords } from '../../i18n/translate.ts';
import type { Tone } from '../../ui/tone.ts';
import type { PersonHere } from '../entrance.ts';

/** What stands under a name before anybody unlocks: the work of that person which is only on this device. */
export function personDetail({ t }: DoorWords, { waiting, attention }: PersonHere): string {
  if (attention === 0) return t('entrance.unlock.waiting', { n: waiting });
  const toMend = t('entrance.unlock.attention', { n: attention });
  return waiting === 0 ? toMend : `${t('entrance.unlock.waiting', { n: waiting })} · ${toMend}`;
}

/**
 * The state of the whole device while it is locked. It never says "safe": nothing is proved while nobody can read a receipt.
 *
 * network | waiting | pill
 * ------- | ------- | ----
 * no      | any     | senza rete · n salvati qui (grey)
 * yes     | > 0     | n salvati qui, da inviare (amber)
 * yes     | 0       | none
 */
export function lockedPill(
  { t }: DoorWords,
  people: readonly PersonHere[],
  isOnline: boolean,
): { tone: Tone; label: string } | undefined {
  const waiting = people.reduce((sum, person) => sum + person.waiting, 0);
  if (!isOnline) return { tone: 'off', label: t('pill.offline', { n: waiting }) };
  return waiting > 0 ? { tone: 'wait', label: t('pill.waiting', { n: waiting }) } : undefined;
}
