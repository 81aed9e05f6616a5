import { mayCreate } from '../../domain/permissions.ts';
import { Card } from '../../ui/Card.tsx';
import { CardRowBody } from '../../ui/CardRow.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FigureRow } from '../../ui/FigureRow.tsx';
import { FilterChips } from '../../ui/FilterChips.tsx';
import { housingIcon, personIcon, plusIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { PLACES } from '../places.ts';
import { recordSubtitle, recordTitle } from '../record-words.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { useKept } from '../use-kept.ts';
import {
  DWELLING_FILTERS,
  type DwellingFilter,
  type DwellingRow,
  dwellingRows,
  isIn,
  totalsOf,
} from './dwelling-rows.ts';
import { FreeMark } from './FreeMark.tsx';
import { CityMonths } from './MonthsCard.tsx';

const ROW_PX = 75;

/** The dwellings of the city, and how many places are free in them today. */
export function DwellingsPage() {
  const { vault, words, today } = useSession();
  const { t } = words;
  const [filter, setFilter] = useKept<DwellingFilter>('dwellings:filter', 'all');
  const rows = dwellingRows(vault, today());
  const ways = (
    <Stack inline>
      <LinkButton href={PLACES.landlords} icon={personIcon} variant="ghost">
        {t('landlords.title')}
      </LinkButton>
      {mayCreate(vault.actor, 'dwelling') && (
        <LinkButton href={PLACES.newDwelling} icon={plusIcon} variant="ghost">
          {t('dwellings.new')}
        </LinkButton>
      )}
    </Stack>
  );
  if (rows.length === 0) {
    return (
      <Screen title={t('dwellings.title')} backTo={PLACES.housing}>
        <Card>
          <EmptyState icon={housingIcon} title={t('dwellings.none')} text={t('dwellings.noneText')} action={ways} />
        </Card>
      </Screen>
    );
  }
  const shown = rows.filter((row) => isIn(filter, row));
  const totals = totalsOf(rows);
  /** So that taken and free come to the places and who is there without one. */
  const over = totals.taken + totals.free - totals.places;
  return (
    <Screen
      title={t('dwellings.title')}
      subtitle={t('dwellings.count', { n: rows.length })}
      backTo={PLACES.housing}
      extras={ways}
    >
      <Stack>
        <Card
          title={t('dwellings.today')}
          aside={over > 0 && <StateMark tone="stop" label={t('dwellings.overToday', { n: over })} />}
          asideAtEnd
        >
          <FigureRow
            figures={[
              { label: t('dwellings.places'), value: words.formatNumber(totals.places) },
              { label: t('dwellings.taken'), value: words.formatNumber(totals.taken) },
              { label: t('dwellings.free'), value: words.formatNumber(totals.free) },
            ]}
          />
        </Card>
        <FilterChips
          label={t('dwellings.filter')}
          filters={DWELLING_FILTERS.map((value) => ({
            value,
            label: t(`dwellings.${value}`),
            count: words.formatNumber(rows.filter((row) => isIn(value, row)).length),
          }))}
          value={filter}
          onInput={setFilter}
        />
        {shown.length === 0 ? (
          <Card>
            <EmptyState icon={housingIcon} title={t('dwellings.noneSuch')} text={t('dwellings.noneSuchText')} />
          </Card>
        ) : (
          <Card flat>
            <VirtualList
              label={t('dwellings.title')}
              items={shown}
              keyOf={({ held }) => held.record.id}
              row={(row) => <Row row={row} />}
              estimatePx={ROW_PX}
              restoreKey={`dwellings ${filter}`}
            />
          </Card>
        )}
        <CityMonths />
      </Stack>
    </Screen>
  );
}

function Row({ row }: { readonly row: DwellingRow }) {
  const { vault, words } = useSession();
  const { held, today } = row;
  return (
    <CardRowBody
      title={recordTitle(vault, words, held)}
      aside={recordSubtitle(words, held)}
      subtitle={words.t('dwellings.takenToday', { n: today.taken, places: words.formatNumber(today.places) })}
      href={PLACES.dwelling(held.record.id)}
      mark={<FreeMark dwelling={held} occupancy={today} />}
    />
  );
}
