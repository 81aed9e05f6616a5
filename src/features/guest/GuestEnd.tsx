import { useState } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useGuest } from './guest-session.ts';
import { holdsOwn } from './guest-state.ts';

/** Leaves the event: only when nothing is on this phone only, and then nothing of it stays. */
export function GuestEnd() {
  const { vault, words, leave } = useGuest();
  const { t } = words;
  const [isAsking, setIsAsking] = useState(false);
  const isAllSent = !holdsOwn(vault);
  return (
    <div class="guest-end">
      <Button
        variant="quiet"
        wide
        disabled={!isAllSent}
        describedBy={isAllSent ? undefined : 'guest-end-waits'}
        onClick={() => setIsAsking(true)}
      >
        {t('end')}
      </Button>
      {!isAllSent && (
        <p class="guest-line" id="guest-end-waits">
          {t('endWaits')}
        </p>
      )}
      {isAsking && (
        <ConfirmDialog
          title={t('endTitle')}
          closeLabel={t('close')}
          noLabel={t('endNo')}
          yesLabel={t('endYes')}
          onNo={() => setIsAsking(false)}
          onYes={() => leave().then((isGone) => !isGone && setIsAsking(false))}
        >
          <p>{t('endText')}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
