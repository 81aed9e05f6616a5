import { useState } from 'preact/hooks';
import type { LockedWords } from '../../i18n/translate.ts';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/Note.tsx';

export type LockedNotesProps = {
  readonly words: LockedWords;
  readonly unsent: number;
  /** Attachments that wait for their person. */
  readonly filesUnsent: number;
  /** The device was switched off, or the access closed, and something still has to go up first. */
  readonly leaving: 'device' | 'account' | undefined;
  /** Hands the person a file with what waits; false when they got none. Absent where the network does it all by itself. */
  readonly onRescue: (() => Promise<boolean>) | undefined;
};

/** What else is to be said on the lock screen about the work of one person, and the file for a device that no network reaches. */
export function LockedNotes({ words: { t }, unsent, filesUnsent, leaving, onRescue }: LockedNotesProps) {
  const [outcome, setOutcome] = useState<'saved' | 'failed' | undefined>(undefined);
  const [isBusy, setIsBusy] = useState(false);
  const rescue = async () => {
    if (onRescue === undefined) return;
    setIsBusy(true);
    setOutcome((await onRescue()) ? 'saved' : 'failed');
    setIsBusy(false);
  };
  return (
    <>
      {leaving !== undefined && unsent > 0 && (
        <Note tone="stop" title={t(`locked.leaving.${leaving}.title`)}>
          {t('locked.leaving.text', { n: unsent })}
        </Note>
      )}
      {filesUnsent > 0 && (
        <Note tone={leaving === undefined ? 'wait' : 'stop'} title={t('locked.files.title', { n: filesUnsent })}>
          {t(`locked.files.${leaving ?? 'nobody'}`)}
        </Note>
      )}
      {onRescue !== undefined && (
        <>
          <p class="small soft">{t('locked.rescue.why')}</p>
          <Button variant="quiet" wide busy={isBusy} onClick={() => rescue()}>
            {t('locked.rescue.offer')}
          </Button>
        </>
      )}
      {outcome !== undefined && (
        <Note tone={outcome === 'saved' ? 'ok' : 'stop'} role="status">
          {t(`locked.rescue.${outcome}`)}
        </Note>
      )}
    </>
  );
}
