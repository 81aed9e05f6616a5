import type { GuestWords } from '../../i18n/load-guest.ts';
import { Button } from '../../ui/Button.tsx';
import { CenterCard } from '../../ui/CenterCard.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Note } from '../../ui/Note.tsx';

/** What keeps a phone out. */
export type GuestDoorTrouble = 'troubleOffline' | 'troubleCode' | 'troubleOver' | 'troubleStorage' | 'troubleServer';

export type GuestDoorState =
  | { readonly is: 'comingIn' | 'preparing' | 'noEvent' | 'left' }
  | { readonly is: 'trouble'; readonly trouble: GuestDoorTrouble };

type GuestDoorProps = {
  readonly words: GuestWords;
  readonly state: GuestDoorState;
  readonly onRetry: () => void;
};

/** Before a phone is inside an event, and after it left. */
export function GuestDoor({ words: { t }, state, onRetry }: GuestDoorProps) {
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
          <Button onClick={onRetry}>{t('retry')}</Button>
        </CenterCard>
      );
  }
}
