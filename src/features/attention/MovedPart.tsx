import { useState } from 'preact/hooks';
import type { CaseRecord, OutboxItem } from '../../device/open-vault.ts';
import { KINDS } from '../../domain/kinds.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { FactList } from '../../ui/FactList.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { fieldValueToText } from '../field-words.ts';
import { nameOfPerson, recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import { refusalToText } from '../use-save.ts';
import { changesForSurvivor } from './mend.ts';
import { writtenFacts } from './written-facts.ts';

type MovedPartProps = { readonly items: readonly OutboxItem[]; readonly survivor: CaseRecord };

/** What was written on a record that was merged away meanwhile, and the way to write it where the person goes on. */
export function MovedPart({ items, survivor }: MovedPartProps) {
  const { vault, words, say, nudge } = useSession();
  const { t } = words;
  const [isBusy, setIsBusy] = useState(false);
  const changes = changesForSurvivor(
    items.map(({ change }) => change),
    survivor.record,
  );
  if (changes.length === 0) return null;
  const name = recordTitle(vault, words, survivor);

  const write = async () => {
    setIsBusy(true);
    // Written there first: a crash between leaves the refused change here.
    for (const change of changes) {
      const answer = await vault.saveChange(change);
      if (answer.ok) continue;
      setIsBusy(false);
      return say({ text: refusalToText(words, answer.error), tone: 'stop' });
    }
    for (const { change } of items.toReversed()) {
      const answer = await vault.discardChange(change.id);
      if (answer.ok) continue;
      setIsBusy(false);
      return say({ text: refusalToText(words, answer.error), tone: 'stop' });
    }
    nudge();
    say({ text: t('doubles.written', { name }), tone: 'ok' });
  };

  return (
    <Card title={t('attention.written')}>
      <Stack>
        <p>{t('doubles.moved', { name })}</p>
        <FactList facts={factsOf()} />
        <Button busy={isBusy} onClick={() => write()}>
          {t('doubles.writeThere', { name })}
        </Button>
      </Stack>
    </Card>
  );

  /** Each value with what stands there now, where that is another one. */
  function factsOf() {
    return changes.flatMap((change) => {
      if (change.type === 'comment') return [{ label: t('record.comment'), value: change.text }];
      if (change.type !== 'edit') return [];
      const written = Object.fromEntries(Object.entries(change.fields).map(([field, { to }]) => [field, to]));
      return writtenFacts({ vault, words }, survivor.record.kind, written).map(({ field, label, value }) => {
        // What is restricted there is read on its own page, by a tap that is logged.
        const isRestricted = KINDS.get(survivor.record.kind)?.classes[field] === 'restricted';
        const from = isRestricted ? undefined : change.fields[field]?.from;
        const now = fieldValueToText(words, survivor.record.kind, field, from, (id) => nameOfPerson(vault, words, id));
        return { label, value: now === undefined ? value : `${value} (${t('doubles.now', { value: now })})` };
      });
    });
  }
}
