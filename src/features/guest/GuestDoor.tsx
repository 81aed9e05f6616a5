import { useState } from 'preact/hooks';
import type { GuestWords } from '../../i18n/load-guest.ts';
import { Button } from '../../ui/Button.tsx';
import { CenterCard } from '../../ui/CenterCard.tsx';
import { scanIcon } from '../../ui/icons.ts';
import { Loading } from '../../ui/Loading.tsx';
import { Note } from '../../ui/Note.tsx';
import { QrScanner } from '../../ui/QrScanner.tsx';

/** What keeps a phone out. */
export type GuestDoorTrouble = 'troubleOffline' | 'troubleCode' | 'troubleOver' | 'troubleStorage' | 'troubleServer';

export type GuestDoorState =
  | { readonly is: 'comingIn' | 'preparing' | 'noEvent' | 'left' }
  | { readonly is: 'trouble'; readonly trouble: GuestDoorTrouble };

type GuestDoorProps = {
  readonly words: GuestWords;
  readonly state: GuestDoorState;
  readonly onRetry: () => void;
  /** What the camera read. */
  readonly onCode: (text: string) => void;
};

/** The same code again would be refused again: another one is wanted. */
const OF_CODE: readonly GuestDoorTrouble[] = ['troubleCode', 'troubleOver'];

/** Before a phone is inside an event, and after it left. */
export function GuestDoor({ words, state, onRetry, onCode }: GuestDoorProps) {
  const { t } = words;
  const brand = { title: 'Taccuino', subtitle: '' };
  switch (state.is) {
    case 'comingIn':
    case 'preparing':
      return (
        <CenterCard brand={brand} title={t('noEvent')}>
          <Loading label={t(state.is)} />
        </CenterCard>
      );
    case 'noEvent':
      return (
        <CenterCard brand={brand} title={t('noEvent')}>
          <p>{t('noEventText')}</p>
          <CodeScanner words={words} onCode={onCode} />
        </CenterCard>
      );
    case 'left':
      return (
        <CenterCard brand={brand} title={t('left')}>
          <p>{t('leftText')}</p>
        </CenterCard>
      );
    case 'trouble':
      return (
        <CenterCard brand={brand} title={t('noEvent')}>
          <Note tone="stop" role="alert">
            {t(state.trouble)}
          </Note>
          {OF_CODE.includes(state.trouble) ? (
            <CodeScanner words={words} onCode={onCode} />
          ) : (
            <Button onClick={onRetry}>{t('retry')}</Button>
          )}
        </CenterCard>
      );
  }
}

/** The camera is asked for by a tap only; where it is not to be had, the phone's own still reads the code. */
function CodeScanner({ words: { t }, onCode }: Pick<GuestDoorProps, 'words' | 'onCode'>) {
  const [isScanning, setIsScanning] = useState(false);
  if (!isScanning) {
    return (
      <Button icon={scanIcon} onClick={() => setIsScanning(true)}>
        {t('scanCode')}
      </Button>
    );
  }
  const looking = t('noEventText');
  const scannerWords = {
    video: t('cameraName'),
    starting: t('cameraStarting'),
    looking,
    denied: looking,
    missing: looking,
  };
  return <QrScanner words={scannerWords} onFound={onCode} />;
}
