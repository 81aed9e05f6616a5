import { LinkButton } from '../ui/LinkButton.tsx';
import { Note } from '../ui/Note.tsx';
import { conflictText } from './conflict-words.ts';
import { PLACES } from './places.ts';
import { type RecordConflict, recordConflictsOf } from './record-conflicts.ts';
import { useSession } from './session.ts';

/** Conflicts between records, with the way to decide for whoever has a hand in them. */
export function ConflictNotes({ items }: { readonly items: readonly RecordConflict[] }) {
  const { vault, words, today } = useSession();
  const mine = new Set(recordConflictsOf(vault, today()).map(({ recordId }) => recordId));
  return items.map((item) => (
    <Note
      key={`${item.what} ${item.recordId}`}
      tone="stop"
      action={
        mine.has(item.recordId) ? (
          <LinkButton variant="stop" href={PLACES.attentionTo(item.recordId)}>
            {words.t('verb.mend')}
          </LinkButton>
        ) : undefined
      }
    >
      {conflictText(vault, words, item)}
    </Note>
  ));
}
