import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { infoIcon } from '../ui/icons.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Screen } from './screen.tsx';
import { useSession } from './session.ts';

type NotHereProps = {
  readonly title: string;
  readonly listPlace: string;
  /**
   * `notHere`: this device does not have the record (a stranger's link, another city, or expired). `notYours`: only coordinators save
   * this form, which is said before anything is written.
   */
  readonly why?: 'notHere' | 'notYours';
};

/** The face of an address that shows nothing to whoever opens it, with the way to the list. */
export function NotHere({ title, listPlace, why = 'notHere' }: NotHereProps) {
  const { t } = useSession().words;
  return (
    <Screen title={title} backTo={listPlace}>
      <Card>
        <EmptyState
          icon={infoIcon}
          title={t(`record.${why}`)}
          text={t(`record.${why}Text`)}
          action={<LinkButton href={listPlace}>{title}</LinkButton>}
        />
      </Card>
    </Screen>
  );
}
