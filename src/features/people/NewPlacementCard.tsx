import { Card } from '../../ui/Card.tsx';
import { CardFooter } from '../../ui/CardFooter.tsx';
import { housingIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { PLACES, withPerson } from '../places.ts';
import { useSession } from '../session.ts';

/** For somebody without an open placement: the way to the first, or to the next one. */
export function NewPlacementCard({ personId }: { readonly personId: string }) {
  const { t } = useSession().words;
  return (
    <Card flat title={t('people.placements')} aside={t('people.noOpenPlacement')}>
      <CardFooter>
        <LinkButton variant="quiet" icon={housingIcon} href={withPerson(PLACES.newPlacement, personId)}>
          {t('people.startHousing')}
        </LinkButton>
      </CardFooter>
    </Card>
  );
}
