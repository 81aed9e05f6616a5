import { useRef, useState } from 'preact/hooks';
import type { CaseRecord, NewChange } from '../../device/open-vault.ts';
import type { Change } from '../../domain/change.ts';
import { minutesToHours, recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import { refusalToText } from '../use-save.ts';
import { type Comer, changeBack, comerToChange, type Door, hoursToChanges } from './presence-desk.ts';

export type DoorActions = {
  readonly comes: (comer: Comer) => Promise<void>;
  /** Hours of somebody who is here already. */
  readonly stays: (presence: CaseRecord, minutes: number) => Promise<void>;
  /** Takes back the last one written on this screen, then the one before. */
  readonly undo: () => Promise<void>;
  readonly mayUndo: boolean;
  /** Records written on this screen and not taken back, each once, in their order. */
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
    const fields = change.type === 'create' ? change.fields : vault.caseload.find(change.recordId)?.record.fields;
    return recordTitle(vault, words, { record: { kind: 'attendance', fields: fields ?? {} } });
  };

  async function write(change: NewChange, told: (name: string) => string): Promise<void> {
    const answer = await vault.saveChange(change);
    if (!answer.ok) return say({ text: refusalToText(words, answer.error), tone: 'stop' });
    setWritten((before) => [...before, answer.value]);
    nudge();
    say({ text: told(titleOf(answer.value)), tone: 'ok' });
  }

  const comes = (comer: Comer) => write(comerToChange(newId(), door, comer), (name) => t('events.added', { name }));

  async function stays(presence: CaseRecord, minutes: number): Promise<void> {
    const hours = minutesToHours(words, minutes);
    for (const change of hoursToChanges([presence], minutes))
      await write(change, (name) => t('events.hoursAdded', { name, hours }));
  }

  async function undo(): Promise<void> {
    const last = written.at(-1);
    if (last === undefined || isUndoing.current) return;
    isUndoing.current = true;
    const name = titleOf(last);
    const { version = 0 } = vault.caseload.find(last.recordId)?.record ?? {};
    // Still only here: as if it had never been.
    const isGone = (await vault.undoChange(last.id)) || (await vault.saveChange(changeBack(last, version))).ok;
    isUndoing.current = false;
    if (!isGone) return say({ text: t('saved.tooLate'), tone: 'stop' });
    setWritten((before) => before.filter(({ id }) => id !== last.id));
    nudge();
    say({ text: t(last.type === 'edit' ? 'events.hoursUndone' : 'events.undone', { name }) });
  }

  const writtenIds = [...new Set(written.map(({ recordId }) => recordId))];
  return { comes, stays, undo, mayUndo: written.length > 0, writtenIds };
}
