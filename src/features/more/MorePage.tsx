import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { furtherPlacesOf } from '../further-places.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';

/** "Strumenti": every place that the navigation has no room for, each with a word on what it is for. */
export function MorePage() {
  const { vault, words } = useSession();
  return (
    <Screen title={words.t('more.title')}>
      <Card flat>
        <RowList label={words.t('more.list')}>
          {furtherPlacesOf(vault.actor.role, words).map(({ href, label, hint, icon }) => (
            <CardRow key={href} href={href} icon={icon} title={label} subtitle={hint} />
          ))}
        </RowList>
      </Card>
    </Screen>
  );
}
