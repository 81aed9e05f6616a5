import { useRef, useState } from 'preact/hooks';
import type { Change } from '../../domain/change.ts';
import { recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import { refusalToText } from '../use-save.ts';
import { type Comer, comerToChange, type Door } from './presence-desk.ts';

export type DoorActions = {
  readonly comes: (comer: Comer) => Promise<void>;
  /** Takes back the last one written on this screen, then the one before. */
  readonly undo: () => Promise<void>;
  readonly mayUndo: boolean;
  /** Records written on this screen and not taken back, in their order. */
  readonly writtenIds: readonly string[];
};

/** Writes presences one by one, in the order of the taps, and says each aloud. */
export function useDoor(door: Door): DoorActions {
  const { vault, words, newId, say, nudge } = useSession();
  const { t } = words;
  const [written, setWritten] = useState<readonly Change[]>([]);
  // A quick double tap on "undo" must not take one presence back twice.
  const isUndoing = useRef(false);

  const titleOf = (change: Change): string => {
    const fields = change.type === 'create' ? change.fields : {};
    return recordTitle(vault, words, { record: { kind: 'attendance', fields } });
  };

  async function comes(comer: Comer): Promise<void> {
    const answer = await vault.saveChange(comerToChange(newId(), door, comer));
    if (!answer.ok) return say({ text: refusalToText(words, answer.error), tone: 'stop' });
    setWritten((before) => [...before, answer.value]);
    nudge();
    say({ text: t('events.added', { name: titleOf(answer.value) }), tone: 'ok' });
  }

  async function undo(): Promise<void> {
    const last = written.at(-1);
    if (last === undefined || isUndoing.current) return;
    isUndoing.current = true;
    const { recordId, kind } = last;
    // Still only here: as if it had never been. With the server already: removed, which the audit shows.
    const isGone = (await vault.undoChange(last.id)) || (await vault.saveChange({ type: 'remove', recordId, kind })).ok;
    isUndoing.current = false;
    if (!isGone) return say({ text: t('saved.tooLate'), tone: 'stop' });
    setWritten((before) => before.filter(({ id }) => id !== last.id));
    nudge();
    say({ text: t('events.undone', { name: titleOf(last) }) });
  }

  return { comes, undo, mayUndo: written.length > 0, writtenIds: written.map(({ recordId }) => recordId) };
}
