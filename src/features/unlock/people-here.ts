import type { DoorWords } from '../../i18n/translate.ts';
import type { Tone } from '../../ui/tone.ts';
import type { PersonHere } from '../entrance.ts';

/**
 * What stands under a name before anybody unlocks: the work of that person which is only on this device. What went up while it was
 * locked was answered for row by row, so it may be called safe.
 */
export function personDetail({ t }: DoorWords, { waiting, unsent, attention }: PersonHere): string {
  const work =
    waiting > 0 && unsent === 0
      ? t('entrance.unlock.mailed', { n: waiting })
      : t('entrance.unlock.waiting', { n: unsent });
  if (attention === 0) return work;
  const toMend = t('entrance.unlock.attention', { n: attention });
  return waiting === 0 ? toMend : `${work} · ${toMend}`;
}

/**
 * The state of the whole device while it is locked. It never says "safe": of everything, nothing is proved while nobody can read a receipt.
 *
 * network | unsent | pill
 * ------- | ------ | ----
 * no      | any    | senza rete · n salvati qui (grey)
 * yes     | > 0    | n salvati qui, da inviare (amber)
 * yes     | 0      | none
 */
export function lockedPill(
  { t }: DoorWords,
  people: readonly PersonHere[],
  isOnline: boolean,
): { tone: Tone; label: string } | undefined {
  const unsent = people.reduce((sum, { unsent }) => sum + unsent, 0);
  if (!isOnline) return { tone: 'off', label: t('pill.offline', { n: unsent }) };
  return unsent > 0 ? { tone: 'wait', label: t('pill.waiting', { n: unsent }) } : undefined;
}
