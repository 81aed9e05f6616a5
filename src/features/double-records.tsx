import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';
import { Stack } from '../ui/Stack.tsx';
import { fieldLabel, fieldValueToText } from './field-words.ts';
import { nameOfPerson } from './record-words.ts';
import { useSession } from './session.ts';
import { type DoubleRecord, doubleRecords, isRestricted, settleDouble } from './settle-double.ts';
import { refusalToText } from './use-save.ts';

/** Two devices wrote the one record there can be: one tap says which words stay. Nothing where nothing is double. */
export function DoubleRecords({ about, recordId }: { readonly about?: string; readonly recordId?: string }) {
  const { vault } = useSession();
  const doubles = doubleRecords(vault).filter(({ item: { change }, other }) =>
    recordId === undefined ? Object.values(change.fields).includes(about ?? '') : isOf(recordId, change, other),
  );
  return (
    <>
      {doubles.map((double) => (
        <DoubleNote key={double.item.change.id} double={double} />
      ))}
    </>
  );
}

const isOf = (recordId: string, change: { recordId: string }, other: DoubleRecord['other']): boolean =>
  change.recordId === recordId || other?.record.id === recordId;

function DoubleNote({ double }: { readonly double: DoubleRecord }) {
  const { vault, words, say, nudge } = useSession();
  const { t } = words;
  const { differing, unmovable, item, other } = double;
  const { kind, fields } = item.change;
  const settle = async (whose: 'theirs' | 'ours') => {
    const answer = await settleDouble(vault, double, whose);
    if (!answer.ok) return say({ text: refusalToText(words, answer.error), tone: 'stop' });
    nudge();
    say({ text: t('double.done') });
  };
  const told = (field: string, value: (typeof fields)[string] | undefined): string =>
    fieldValueToText(words, kind, field, value, (id) => nameOfPerson(vault, words, id)) ?? t('double.nothing');
  return (
    <Note
      tone="wait"
      title={t('double.title', { what: words.findMessage(`kind.${kind}`) ?? kind })}
      action={
        <Stack inline>
          <Button variant="ghost" onClick={() => settle('theirs')}>
            {t('double.keep')}
          </Button>
          {differing.length > 0 && unmovable.length === 0 && (
            <Button variant="quiet" onClick={() => settle('ours')}>
              {t('double.use')}
            </Button>
          )}
        </Stack>
      }
    >
      <p>{t('double.text')}</p>
      {differing.map((field) => (
        <p key={field}>
          {isRestricted(kind, field)
            ? fieldLabel(words, kind, field)
            : t('double.line', {
                field: fieldLabel(words, kind, field),
                here: told(field, fields[field]),
                there: told(field, other?.record.fields[field]),
              })}
        </p>
      ))}
      {unmovable.map((field) => (
        <p key={field}>{t('double.unmovable', { field: fieldLabel(words, kind, field) })}</p>
      ))}
    </Note>
  );
}
