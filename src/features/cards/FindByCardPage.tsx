import { useState } from 'preact/hooks';
import type { CaseRecord } from '../../device/open-vault.ts';
import { readCardCode } from '../../domain/card-code.ts';
import { Card } from '../../ui/Card.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Note } from '../../ui/Note.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { cardFieldsOf, findCard } from '../card-records.ts';
import { PLACES } from '../places.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { survivorIn } from '../survivor.ts';
import { ScanCode } from './ScanCode.tsx';

/** Finds whose a card is, by camera or by its code; a lost one says so before it leads anywhere. */
export function FindByCardPage() {
  const { vault, words, go } = useSession();
  const { t } = words;
  const [trouble, setTrouble] = useState<string | undefined>(undefined);
  const [lost, setLost] = useState<CaseRecord | undefined>(undefined);
  const personOf = (card: CaseRecord): string => PLACES.person(survivorIn(vault)(cardFieldsOf(card).beneficiary ?? ''));

  const look = (text: string) => {
    const code = readCardCode(text);
    const card = code === undefined ? undefined : findCard(vault, code);
    setLost(card !== undefined && cardFieldsOf(card).state !== 'ACTV' ? card : undefined);
    if (card === undefined) return setTrouble(t(code === undefined ? 'cards.noCode' : 'cards.unknown'));
    setTrouble(undefined);
    if (cardFieldsOf(card).state === 'ACTV') go(personOf(card), { replace: true });
  };

  return (
    <Screen title={t('cards.find')} backTo={PLACES.people}>
      <Stack>
        {lost !== undefined && (
          <Note
            tone="stop"
            role="alert"
            title={t('cards.isLost')}
            action={
              <LinkButton variant="quiet" href={personOf(lost)}>
                {t('cards.openPerson')}
              </LinkButton>
            }
          >
            {t('cards.isLostText')}
          </Note>
        )}
        <Card>
          <ScanCode hint={t('cards.codeHint')} error={trouble} onFound={look} />
        </Card>
      </Stack>
    </Screen>
  );
}
