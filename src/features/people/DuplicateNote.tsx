import { useState } from 'preact/hooks';
import { findDuplicates, type LikelyDuplicate } from '../../domain/find-duplicates.ts';
import { mayEverTake } from '../../domain/review-table.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { Note } from '../../ui/Note.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { peopleIndexOf } from '../people-index.ts';
import { PLACES } from '../places.ts';
import { nameOfPerson, recordSubtitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import type { RecordForm } from '../use-record-form.ts';

type DuplicateNoteProps = {
  readonly form: RecordForm;
  /** Below which answer it stands: a warning is seen where one types. */
  readonly below: 'names' | 'phone';
  /** Goes on with who is here already, where a page asked for a person; else their record is opened. */
  readonly onSame?: ((personId: string) => void) | undefined;
};

/** Warns, while one types, of people who may be the same; it never stops anybody. */
export function DuplicateNote({ form, below, onSame }: DuplicateNoteProps) {
  const { vault, words, today } = useSession();
  const { t } = words;
  const existingId = vault.caseload.find(form.recordId)?.record.id;
  const [others, setOthers] = useState<readonly string[]>([]);
  const likely = findDuplicates(peopleIndexOf(vault), form.values, today()).filter(
    ({ id, reasons }) =>
      id !== form.recordId && !others.includes(id) && reasons.includes('samePhone') === (below === 'phone'),
  );
  return (
    <>
      <p class="sr-only" role="status">
        {likely.length > 0 ? t('people.maybeTwice') : ''}
      </p>
      {likely.length > 0 && (
        <Card flat>
          <Note tone="wait" title={t('people.maybeTwice')}>
            {t('people.maybeTwiceText')}
          </Note>
          <RowList label={t('people.maybeTwice')}>
            {likely.map((one) => (
              <LikelyRow
                key={one.id}
                likely={one}
                existingId={existingId}
                onSame={onSame}
                onDrop={form.startOver}
                onOther={() => setOthers([...others, one.id])}
              />
            ))}
          </RowList>
        </Card>
      )}
    </>
  );
}

type LikelyRowProps = {
  readonly likely: LikelyDuplicate;
  /** The record that is corrected; absent while a new one is written. */
  readonly existingId: string | undefined;
  readonly onSame: ((personId: string) => void) | undefined;
  /** Throws away what was typed of a new one. */
  readonly onDrop: () => void;
  readonly onOther: () => void;
};

function LikelyRow({ likely, existingId, onSame, onDrop, onOther }: LikelyRowProps) {
  const { vault, words, go, say } = useSession();
  const { t } = words;
  const held = vault.caseload.find(likely.id);
  if (held === undefined) return null;
  const name = nameOfPerson(vault, words, likely.id);
  const reasons = likely.reasons.map((reason) => t(`people.reason.${reason}`)).join(', ');
  return (
    <CardRow
      title={name}
      aside={reasons}
      subtitle={recordSubtitle(words, held)}
      mark={
        <Stack inline>
          <Button
            variant="ghost"
            name={t('people.samePersonAs', { name })}
            onClick={() => {
              // Two records of one person: who coordinates makes them one, everybody else looks at the other.
              if (existingId !== undefined) {
                const mayMerge = mayEverTake('merge', vault.actor.role);
                return go(mayMerge ? PLACES.merge(existingId, likely.id) : PLACES.person(likely.id));
              }
              if (onSame === undefined) go(PLACES.person(likely.id));
              else onSame(likely.id);
              // A wrong guess must not cost what was typed, and a right one must not come back as unfinished work.
              say({
                text: t('people.draftKept'),
                action: {
                  label: t('people.dropDraft'),
                  run: onDrop,
                },
              });
            }}
          >
            {t('people.samePerson')}
          </Button>
          <Button variant="quiet" name={t('people.otherPersonThan', { name })} onClick={onOther}>
            {t('people.otherPerson')}
          </Button>
        </Stack>
      }
    />
  );
}
