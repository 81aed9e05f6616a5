import type { DoorWords } from '../i18n/translate.ts';
import { Note } from '../ui/Note.tsx';
import type { EntranceTrouble } from './entrance.ts';
import { entranceTroubleToText, placeOfTrouble } from './entrance-words.ts';

type EntranceTroubleNoteProps = {
  readonly words: DoorWords;
  readonly trouble: EntranceTrouble | undefined;
  readonly door?: 'enrol';
};

/** What went wrong at a door and is no field's fault. */
export function EntranceTroubleNote({ words, trouble, door }: EntranceTroubleNoteProps) {
  if (trouble === undefined || placeOfTrouble(trouble) !== 'page') return null;
  const isOnlyLate = trouble.type === 'Offline' || trouble.type === 'SlowDown';
  return (
    <Note tone={isOnlyLate ? 'wait' : 'stop'} role="alert">
      {entranceTroubleToText(words, trouble, door)}
    </Note>
  );
}
