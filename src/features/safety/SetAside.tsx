import { useState } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
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
        <Dialog
          title={t('safety.aside.ask')}
          closeLabel={t('verb.close')}
          onClose={close}
          actions={
            <>
              <Button variant="quiet" onClick={close}>
                {t('verb.cancel')}
              </Button>
              <Button onClick={() => void setAside()}>{t('safety.aside.offer')}</Button>
            </>
          }
        >
          <p>{t('safety.aside.look')}</p>
          <p>{t('safety.aside.stays')}</p>
        </Dialog>
      )}
    </>
  );
}
