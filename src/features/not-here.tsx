import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { infoIcon } from '../ui/icons.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Screen } from './screen.tsx';
import { useSession } from './session.ts';

/** The face of an address whose record this device does not have: a stranger's link, another city, or expired. */
export function NotHere({ title, listPlace }: { readonly title: string; readonly listPlace: string }) {
  const { t } = useSession().words;
  return (
    <Screen title={title} backTo={listPlace}>
      <Card>
        <EmptyState
          icon={infoIcon}
          title={t('record.notHere')}
          text={t('record.notHereText')}
          action={<LinkButton href={listPlace}>{title}</LinkButton>}
        />
      </Card>
    </Screen>
  );
}
