import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { type MarkedPair, markedPairs } from '../different-people.ts';
import { nameOfPerson } from '../record-words.ts';
import { useSession } from '../session.ts';
import { refusalToText, useSaved } from '../use-save.ts';

/** The pairs that somebody said are two people, each to be looked at again. */
export function MarkedCard() {
  const { vault, words } = useSession();
  const pairs = markedPairs(vault);
  if (pairs.length === 0) return null;
  return (
    <Card>
      <Disclosure label={words.t('doubles.marked', { n: pairs.length })}>
        <RowList>
          {pairs.map((pair) => (
            <MarkedRow key={`${pair.one} ${pair.other}`} pair={pair} />
          ))}
        </RowList>
      </Disclosure>
    </Card>
  );
}

function MarkedRow({ pair: { one, other, marks } }: { readonly pair: MarkedPair }) {
  const { vault, words, say } = useSession();
  const saved = useSaved();
  const [name, otherName] = [nameOfPerson(vault, words, one), nameOfPerson(vault, words, other)];
  const title = words.t('doubles.pair', { one: name, other: otherName });
  const reopen = async () => {
    const answer = await vault.saveChanges(
      marks.map(({ record }) => ({ type: 'remove', recordId: record.id, kind: record.kind })),
    );
    if (!answer.ok) return say({ text: refusalToText(words, answer.error), tone: 'stop' });
    const [first, ...others] = answer.value;
    if (first !== undefined) saved(first, ...others);
  };
  return (
    <CardRow
      title={title}
      subtitle={marks[0] && words.t('doubles.markedBy', { name: marks[0].record.createdBy.name })}
      mark={
        <Button
          variant="quiet"
          name={words.t('doubles.reopenOf', { one: name, other: otherName })}
          onClick={() => reopen()}
        >
          {words.t('doubles.reopen')}
        </Button>
      }
    />
  );
}
