import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { infoIcon } from '../ui/icons.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Screen } from './screen.tsx';
import { useSession } from './session.ts';

/** In the place of a form that only coordinators save: said before anything is written, not after. */
export function NotYours({ title, listPlace }: { readonly title: string; readonly listPlace: string }) {
  const { t } = useSession().words;
  return (
    <Screen title={title} backTo={listPlace}>
      <Card>
        <EmptyState
          icon={infoIcon}
          title={t('record.notYours')}
          text={t('record.notYoursText')}
          action={<LinkButton href={listPlace}>{title}</LinkButton>}
        />
      </Card>
    </Screen>
  );
}
