import { useState } from 'preact/hooks';
import type { UnreadablePart } from '../../device/open-vault.ts';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/Note.tsx';
import { riskToWords } from '../risk-words.ts';
import { type Risk, risksOf } from '../risks.ts';
import { useSession } from '../session.ts';

/** Every risk to what lies on this device, each with what to do. Of what does not open, the parts that are not told of elsewhere. */
export function RiskNotes({ unreadable }: { readonly unreadable: readonly UnreadablePart[] }) {
  const { vault, words, storage, now } = useSession();
  const { actor, drafts, outbox } = vault;
  return (
    <>
      {risksOf({ vault: { actor, drafts, outbox, unreadable }, storage: storage.value, now: now() }).map((risk) => {
        const { title, text } = riskToWords(words, risk);
        return (
          <Note key={risk.what} tone={risk.tone} title={title} action={<WayOn risk={risk} />}>
            {text}
          </Note>
        );
      })}
    </>
  );
}

/** The tap that may mend it, where there is one. */
function WayOn({ risk }: { risk: Risk }) {
  const { vault, words, say, protectStorage } = useSession();
  const { t } = words;
  const [isBusy, setIsBusy] = useState(false);
  const run = async (work: () => Promise<void>) => {
    setIsBusy(true);
    await work();
    setIsBusy(false);
  };
  if (risk.what === 'drafts') {
    return (
      <Button variant="quiet" busy={isBusy} onClick={() => run(async () => void (await vault.drafts.flush()))}>
        {t('verb.retry')}
      </Button>
    );
  }
  if (risk.what !== 'unprotected') return null;
  const ask = async () => {
    const { isPersisted } = await protectStorage();
    say({ text: t(isPersisted ? 'risk.protected' : 'risk.stillUnprotected'), tone: isPersisted ? 'ok' : 'stop' });
  };
  return (
    <Button variant="quiet" busy={isBusy} onClick={() => run(ask)}>
      {t('risk.protect')}
    </Button>
  );
}
