import { mayCreate } from '../../domain/permissions.ts';
import { Card } from '../../ui/Card.tsx';
import { CardRowBody } from '../../ui/CardRow.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { personIcon, plusIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { dwellingsFrom, landlordsOf } from '../dwelling-records.ts';
import { PLACES } from '../places.ts';
import { recordSubtitle, recordTitle } from '../record-words.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';

const ROW_PX = 75;

/** Who gives homes to the project, by name. */
export function LandlordsPage() {
  const { vault, words } = useSession();
  const { t } = words;
  const landlords = landlordsOf(vault);
  const newLandlord = mayCreate(vault.actor, 'landlord') ? (
    <LinkButton href={PLACES.newLandlord} icon={plusIcon} variant="ghost">
      {t('landlords.new')}
    </LinkButton>
  ) : undefined;
  return (
    <Screen
      title={t('landlords.title')}
      subtitle={landlords.length === 0 ? undefined : t('landlords.count', { n: landlords.length })}
      backTo={PLACES.dwellings}
      extras={landlords.length === 0 ? undefined : newLandlord}
    >
      <Card flat>
        {landlords.length === 0 ? (
          <EmptyState
            icon={personIcon}
            title={t('landlords.none')}
            text={t('landlords.noneText')}
            action={newLandlord}
          />
        ) : (
          <VirtualList
            label={t('landlords.title')}
            items={landlords}
            keyOf={({ record }) => record.id}
            row={(held) => (
              <CardRowBody
                title={recordTitle(vault, words, held)}
                aside={t('landlords.nDwellings', { n: dwellingsFrom(vault, held.record.id).length })}
                subtitle={recordSubtitle(words, held)}
                href={PLACES.landlord(held.record.id)}
              />
            )}
            estimatePx={ROW_PX}
            restoreKey="landlords"
          />
        )}
      </Card>
    </Screen>
  );
}
