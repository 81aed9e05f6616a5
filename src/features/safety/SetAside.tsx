import { useState } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useSession } from '../session.ts';

/** Saved work that does not open is set aside by who has looked what is missing: asked once more, because nothing tells of it afterwards. */
export function SetAside() {
  const { vault, words, say, nudge } = useSession();
  const { t } = words;
  const [isAsking, setIsAsking] = useState(false);
  const close = () => setIsAsking(false);
  const setAside = async () => {
    close();
    const answer = await vault.setAsideDamaged();
    if (!answer.ok) return say({ text: t(`trouble.${answer.error.type}`), tone: 'stop' });
    say(answer.value === 0 ? { text: t('safety.aside.opened'), tone: 'ok' } : { text: t('safety.aside.done') });
    nudge();
  };
  return (
    <>
      <Button variant="quiet" onClick={() => setIsAsking(true)}>
        {t('safety.aside.offer')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t('safety.aside.ask')}
          closeLabel={t('verb.close')}
          noLabel={t('verb.cancel')}
          yesLabel={t('safety.aside.offer')}
          onNo={close}
          onYes={() => setAside()}
        >
          <p>{t('safety.aside.look')}</p>
          <p>{t('safety.aside.stays')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
