import { useState } from 'preact/hooks';
import type { CaseRecord, OutboxItem } from '../../device/open-vault.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { FactList } from '../../ui/FactList.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { useSession } from '../session.ts';
import { refusalToText } from '../use-save.ts';
import { findWritten } from './mend.ts';
import { writtenFacts } from './written-facts.ts';

type LetGoProps = {
  readonly items: readonly OutboxItem[];
  readonly held: CaseRecord | undefined;
  readonly label: string;
  /** The server has the same anyway: then there is nothing to ask about. */
  readonly isLossless?: boolean;
  readonly onGone?: () => void;
};

/** Lets go of refused changes for good, and first says what is lost. */
export function LetGo({ items, held, label, isLossless = false, onGone }: LetGoProps) {
  const session = useSession();
  const { vault, words, say, nudge } = session;
  const { t } = words;
  const [isAsking, setIsAsking] = useState(false);
  const keepsServers = held?.confirmed !== undefined;
  const written = findWritten(items);

  const discard = async () => {
    setIsAsking(false);
    // The last one first: an edit never stays behind without the create it stands on.
    for (const { change } of items.toReversed()) {
      const answer = await vault.discardChange(change.id);
      if (!answer.ok) return say({ text: refusalToText(words, answer.error), tone: 'stop' });
    }
    onGone?.();
    nudge();
    say({ text: t(keepsServers ? 'attention.keptServers' : 'attention.discarded') });
  };

  return (
    <>
      <Button variant="quiet" onClick={() => (isLossless ? void discard() : setIsAsking(true))}>
        {label}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t(keepsServers ? 'attention.keepServers.ask' : 'attention.discard.ask')}
          closeLabel={t('verb.close')}
          noLabel={t('verb.cancel')}
          yesLabel={t('attention.discard.yes')}
          isGrave
          onNo={() => setIsAsking(false)}
          onYes={() => discard()}
        >
          <Stack>
            <p>{t(keepsServers ? 'attention.keepServers.lost' : 'attention.discard.lost')}</p>
            {written !== undefined && <FactList facts={writtenFacts(session, written.kind, written.written)} />}
            <p class="soft">{t('attention.discard.noted')}</p>
          </Stack>
        </ConfirmDialog>
      )}
    </>
  );
}
