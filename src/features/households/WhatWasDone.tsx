import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { clockIcon } from '../../ui/icons.ts';
import { RowList } from '../../ui/RowList.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { recordsFor } from '../household-records.ts';
import { serviceFieldsOf } from '../own-services.ts';
import { placeOfRecord } from '../places.ts';
import { recordMark, recordSubtitle, recordTitle } from '../record-words.ts';
import { foldGroups, rowWords } from '../service-groups.ts';
import { useSession } from '../session.ts';

type CardProps = { readonly householdId: string };

/** Services for the household, the latest first: one row for all who were there. */
export function HouseholdServicesCard({ householdId }: CardProps) {
  const { vault, words, today } = useSession();
  const { t } = words;
  const services = recordsFor(vault, 'service', householdId).sort((a, b) =>
    (serviceFieldsOf(a).date ?? '') < (serviceFieldsOf(b).date ?? '') ? 1 : -1,
  );
  if (services.length === 0) {
    return (
      <Card title={t('households.services')}>
        <EmptyState icon={clockIcon} title={t('households.noServices')} text={t('households.noServicesText')} />
      </Card>
    );
  }
  return (
    <Card flat title={t('households.services')}>
      <RowList>
        {foldGroups(services).map((row) => {
          const { title, subtitle, href, mark } = rowWords(vault, words, row, today());
          const { date = '' } = serviceFieldsOf(row.held);
          return (
            <CardRow
              key={row.held.record.id}
              time={words.formatRelativeDay(date, today())}
              dateTime={date}
              title={title}
              subtitle={subtitle}
              href={href}
              mark={<StateMark {...mark} />}
            />
          );
        })}
      </RowList>
    </Card>
  );
}

export function HouseholdPlacementsCard({ householdId }: CardProps) {
  const { vault, words, today } = useSession();
  const placements = recordsFor(vault, 'placement', householdId);
  if (placements.length === 0) return null;
  return (
    <Card flat title={words.t('households.placements')}>
      <RowList>
        {placements.map((held) => (
          <CardRow
            key={held.record.id}
            title={recordTitle(vault, words, held)}
            subtitle={recordSubtitle(words, held)}
            href={placeOfRecord('placement', held.record.id)}
            mark={<StateMark {...recordMark(words, vault, held, today())} />}
          />
        ))}
      </RowList>
    </Card>
  );
}
