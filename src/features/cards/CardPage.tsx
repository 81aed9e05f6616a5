import type { CaseRecord } from '../../device/open-vault.ts';
import { cardCodeToText } from '../../domain/card-code.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { printIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Note } from '../../ui/Note.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { cardFieldsOf, cardStateEdit, cardsOf, newCard } from '../card-records.ts';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { Authorship, StandingNote, useMayEdit } from '../record-standing.tsx';
import { recordTitle } from '../record-words.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { survivorIn } from '../survivor.ts';
import { refusalToText, useSaved } from '../use-save.ts';
import { PrintedCard } from './PrintedCard.tsx';

/** One card: as it is printed, and what happens when it is lost. */
export function CardPage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  const { t } = words;
  const held = vault.caseload.find(id);
  if (held?.record.kind !== 'card') return <NotHere title={t('people.title')} listPlace={PLACES.people} />;
  const { beneficiary = '', code = '', state, issuedDate } = cardFieldsOf(held);
  const personId = survivorIn(vault)(beneficiary);
  const isLost = state === 'LOST';
  return (
    <Screen
      title={t('cards.card')}
      subtitle={recordTitle(vault, words, held)}
      backTo={PLACES.person(personId)}
      banner={<StandingNote held={held} />}
    >
      <Stack>
        {isLost ? (
          <LostNote held={held} personId={personId} />
        ) : (
          <>
            <PrintedCard code={code} />
            <div class="no-print">
              <Stack inline>
                <Button icon={printIcon} onClick={() => window.print()}>
                  {t('cards.print')}
                </Button>
                <Replace held={held} personId={personId} />
              </Stack>
            </div>
            <p class="no-print soft">{t('cards.printHint')}</p>
          </>
        )}
        <div class="no-print">
          <Card title={t('cards.about')}>
            <p dir="ltr">{cardCodeToText(code)}</p>
            {issuedDate && <p>{t('cards.issued', { date: words.formatDate(issuedDate, 'long') })}</p>}
            <Authorship held={held} />
          </Card>
        </div>
      </Stack>
    </Screen>
  );
}

/** Ends this card and makes the next one, in one tap that can be taken back whole. */
function Replace({ held, personId }: { readonly held: CaseRecord; readonly personId: string }) {
  const { vault, words, today, newId, go, say } = useSession();
  const saved = useSaved();
  const mayEdit = useMayEdit(held);
  if (!mayEdit) return null;
  const replace = async () => {
    // The old one first: a crash between leaves a lost card, never one that still opens the door.
    const ended = await vault.saveChange(cardStateEdit(held, 'LOST'));
    if (!ended.ok) return say({ text: refusalToText(words, ended.error), tone: 'stop' });
    const made = await vault.saveChange(newCard(newId, personId, today()));
    if (!made.ok) return say({ text: refusalToText(words, made.error), tone: 'stop' });
    saved(made.value, ended.value);
    go(PLACES.card(made.value.recordId), { replace: true });
  };
  return (
    <Button variant="quiet" onClick={() => replace()}>
      {words.t('cards.replace')}
    </Button>
  );
}

function LostNote({ held, personId }: { readonly held: CaseRecord; readonly personId: string }) {
  const { vault, words, say } = useSession();
  const saved = useSaved();
  const mayEdit = useMayEdit(held);
  const valid = cardsOf(vault, personId).find((card) => cardFieldsOf(card).state === 'ACTV');
  const giveBack = async () => {
    const answer = await vault.saveChange(cardStateEdit(held, 'ACTV'));
    if (answer.ok) saved(answer.value);
    else say({ text: refusalToText(words, answer.error), tone: 'stop' });
  };
  return (
    <Note
      tone="wait"
      title={words.t('cards.lost')}
      action={
        valid !== undefined ? (
          <LinkButton variant="quiet" href={PLACES.card(valid.record.id)}>
            {words.t('cards.openValid')}
          </LinkButton>
        ) : mayEdit ? (
          <Button variant="quiet" onClick={() => giveBack()}>
            {words.t('cards.found')}
          </Button>
        ) : undefined
      }
    >
      {words.t('cards.lostText')}
    </Note>
  );
}
