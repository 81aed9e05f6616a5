import type { StorageTrouble } from '../../device/open-vault.ts';
import type { StorageWords } from '../../i18n/translate.ts';
import { Button } from '../../ui/Button.tsx';
import { CenterCard } from '../../ui/CenterCard.tsx';
import { refreshIcon } from '../../ui/icons.ts';
import { Note } from '../../ui/Note.tsx';
import type { EntranceFrame } from '../entrance.ts';
import { entranceBrand } from '../entrance-words.ts';

export type StorageTroublePageProps = Omit<EntranceFrame, 'words'> & {
  readonly words: StorageWords;
  readonly trouble: StorageTrouble;
  /** Looks at the storage again; usually a reload. */
  readonly onRetry: () => void;
  /** Joins the municipality anew; offered only where the data is gone for good. */
  readonly onEnrolAgain?: (() => void) | undefined;
};

/** The device's storage cannot be opened: what that means for the work on it, and what to do. Shown before anything else. */
export function StorageTroublePage(props: StorageTroublePageProps) {
  const { words, trouble, onRetry, onEnrolAgain } = props;
  const { t } = words;
  const isGone = trouble.type === 'DatabaseMissing';
  const canEnrol = isGone && onEnrolAgain !== undefined;
  return (
    <CenterCard brand={entranceBrand(props)} title={t(`entrance.storage.${trouble.type}.title`)}>
      <Note tone={isGone ? 'stop' : 'wait'} role="alert">
        {t(`entrance.storage.${trouble.type}.fact`)}
      </Note>
      <p>{t(`entrance.storage.${trouble.type}.way`)}</p>
      {canEnrol && (
        <Button big onClick={onEnrolAgain}>
          {t('entrance.storage.enrolAgain')}
        </Button>
      )}
      <Button big variant={canEnrol ? 'quiet' : 'main'} icon={refreshIcon} onClick={onRetry}>
        {t('verb.retry')}
      </Button>
    </CenterCard>
  );
}
