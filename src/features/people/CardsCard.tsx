import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { CardFooter } from '../../ui/CardFooter.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { cardIcon } from '../../ui/icons.ts';
import { RowList } from '../../ui/RowList.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { cardFieldsOf, cardsOf, newCard } from '../card-records.ts';
import { PLACES } from '../places.ts';
import { recordMark } from '../record-words.ts';
import { useSession } from '../session.ts';
import { refusalToText, useSaved } from '../use-save.ts';

/** The cards of a person, or the one tap that makes the first. */
export function CardsCard({ personId, mayMake }: { readonly personId: string; readonly mayMake: boolean }) {
  const { vault, words, today, newId, go, say } = useSession();
  const saved = useSaved();
  const cards = cardsOf(vault, personId);
  const hasValid = cards.some((held) => cardFieldsOf(held).state === 'ACTV');
  const make = async () => {
    const answer = await vault.saveChange(newCard(newId, personId, today()));
    if (!answer.ok) return say({ text: refusalToText(words, answer.error), tone: 'stop' });
    saved(answer.value);
    go(PLACES.card(answer.value.recordId));
  };
  if (cards.length === 0 && !mayMake) return null;
  return (
    <Card flat title={words.t('cards.cards')} aside={cards.length === 0 ? words.t('cards.none') : undefined}>
      {cards.length > 0 && (
        <RowList>
          {cards.map((held) => {
            const { state, issuedDate } = cardFieldsOf(held);
            return (
              <CardRow
                key={held.record.id}
                title={words.list('cardState', state ?? 'ACTV')}
                subtitle={issuedDate && words.t('cards.issued', { date: words.formatDate(issuedDate) })}
                href={PLACES.card(held.record.id)}
                mark={<StateMark {...recordMark(words, vault, held, today())} />}
              />
            );
          })}
        </RowList>
      )}
      {mayMake && !hasValid && (
        <CardFooter>
          <Button variant="quiet" icon={cardIcon} onClick={() => make()}>
            {words.t('cards.make')}
          </Button>
        </CardFooter>
      )}
    </Card>
  );
}
