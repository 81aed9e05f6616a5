import type { CaseRecord } from '../../device/open-vault.ts';
import { Card } from '../../ui/Card.tsx';
import { CardFooter } from '../../ui/CardFooter.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { clockIcon, housingIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { memberPlacementsOf, membershipsOf, recordsFor, stayOfPlacement } from '../household-records.ts';
import { stayToText } from '../household-words.ts';
import { isOpenPlacement, placementFieldsOf } from '../housing-path.ts';
import { serviceFieldsOf } from '../own-services.ts';
import { PLACES, placeOfRecord, withHousehold } from '../places.ts';
import { useMayEdit } from '../record-standing.tsx';
import { recordMark, recordSubtitle, recordTitle } from '../record-words.ts';
import { foldGroups, rowWords } from '../service-groups.ts';
import { useSession } from '../session.ts';

/** Services for the household, the latest first: one row for all who were there. */
export function HouseholdServicesCard({ householdId }: { readonly householdId: string }) {
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

type PlacementsCardProps = {
  readonly household: CaseRecord;
  /** Somebody is in it, who could be placed. */
  readonly isLivedIn: boolean;
};

/** Placements for the household and, while none is open, the way to the next one; those of its people alone stand under them. */
export function HouseholdPlacementsCard({ household, isLivedIn }: PlacementsCardProps) {
  const { vault, words } = useSession();
  const mayEdit = useMayEdit(household);
  const { id } = household.record;
  const placements = recordsFor(vault, 'placement', id);
  const ofMembers = memberPlacementsOf(vault, membershipsOf(vault, id)).map(({ held }) => held);
  const hasOpen = placements.some((held) => isOpenPlacement(placementFieldsOf(held)));
  const mayPlace = mayEdit && isLivedIn && !hasOpen;
  return (
    <>
      {(placements.length > 0 || mayPlace) && (
        <Card
          flat
          title={words.t('households.placements')}
          aside={hasOpen ? undefined : words.t('people.noOpenPlacement')}
        >
          {placements.length > 0 && <PlacementRows placements={placements} />}
          {mayPlace && (
            <CardFooter>
              <LinkButton variant="quiet" icon={housingIcon} href={withHousehold(PLACES.newPlacement, id)}>
                {words.t('households.newPlacement')}
              </LinkButton>
            </CardFooter>
          )}
        </Card>
      )}
      {ofMembers.length > 0 && (
        <Card flat title={words.t('households.memberPlacements')}>
          <PlacementRows placements={ofMembers} />
        </Card>
      )}
    </>
  );
}

function PlacementRows({ placements }: { readonly placements: readonly CaseRecord[] }) {
  const { vault, words, today } = useSession();
  return (
    <RowList>
      {placements.map((held) => {
        const { fromDate, toDate } = stayOfPlacement(held.record.fields);
        return (
          <CardRow
            key={held.record.id}
            title={recordTitle(vault, words, held)}
            subtitle={[recordSubtitle(words, held), stayToText(words, fromDate, toDate)]
              .filter((part) => part !== undefined && part !== '')
              .join(' · ')}
            href={placeOfRecord('placement', held.record.id)}
            mark={<StateMark {...recordMark(words, vault, held, today())} />}
          />
        );
      })}
    </RowList>
  );
}
