import { useState } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import type { RemoteTrouble } from '../remote-ports.ts';
import { useSession } from '../session.ts';

type EndInvitationProps = {
  readonly eventId: string;
  /** The code was made after the event. */
  readonly isLate: boolean;
  readonly onEnded: () => void;
  readonly onTrouble: (trouble: RemoteTrouble) => void;
};

/** Ends the code before its time. It cannot be opened again, so it is asked first and told what stays. */
export function EndInvitation({ eventId, isLate, onEnded, onTrouble }: EndInvitationProps) {
  const { words, remote } = useSession();
  const { t } = words;
  const [isAsking, setIsAsking] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const end = async () => {
    setIsBusy(true);
    const answer = await remote.endInvitation(eventId);
    setIsBusy(false);
    setIsAsking(false);
    // `gone`: somebody else ended it meanwhile.
    if (answer.ok || answer.error === 'gone') onEnded();
    else onTrouble(answer.error);
  };
  return (
    <>
      <Button variant="quiet" onClick={() => setIsAsking(true)}>
        {t('invite.end')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t('invite.endAsk')}
          closeLabel={t('verb.close')}
          noLabel={t('verb.cancel')}
          yesLabel={t('invite.end')}
          isGrave
          busy={isBusy}
          onNo={() => setIsAsking(false)}
          onYes={() => end()}
        >
          <p>{t(isLate ? 'invite.endLateText' : 'invite.endText')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
