import type { CaseRecord } from '../../device/open-vault.ts';
import type { Translator } from '../../i18n/translate.ts';
import { Card } from '../../ui/Card.tsx';
import { CardRowBody } from '../../ui/CardRow.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterChips } from '../../ui/FilterChips.tsx';
import { clockIcon, homeIcon, housingIcon, plusIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { findDwelling } from '../dwelling-records.ts';
import { findDaysToExit, placementFieldsOf, stageOf } from '../housing-path.ts';
import { PLACES } from '../places.ts';
import { recordMark, recordTitle } from '../record-words.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { useKept } from '../use-kept.ts';
import { countIn, placementsIn, STAGE_FILTERS, type StageFilter } from './placement-rows.ts';

const ROW_PX = 75;

/** Who is where on the way to a home. */
export function HousingPage() {
  const { vault, words } = useSession();
  const { t } = words;
  const [filter, setFilter] = useKept<StageFilter>('housing:filter', 'open');
  const placements = vault.caseload.ofKind('placement');
  if (placements.length === 0) {
    return (
      <Screen title={t('housing.title')}>
        <Card>
          <EmptyState
            icon={housingIcon}
            title={t('housing.none')}
            text={t('housing.noneText')}
            action={<HousingLinks />}
          />
        </Card>
      </Screen>
    );
  }
  const shown = placementsIn(filter, placements);
  const filters = STAGE_FILTERS.map((value) => ({ value, n: countIn(value, placements) }))
    .filter(({ value, n }) => n > 0 || value === filter || value === 'open')
    .map(({ value, n }) => ({
      value,
      label: value === 'open' ? t('housing.open') : t(`housing.short.${value}`),
      count: words.formatNumber(n),
    }));
  return (
    <Screen
      title={t('housing.title')}
      subtitle={t('housing.count', { n: placements.length })}
      extras={<HousingLinks />}
    >
      <Stack>
        <FilterChips label={t('housing.filter')} filters={filters} value={filter} onInput={setFilter} />
        {shown.length === 0 ? (
          <Card>
            <EmptyState icon={housingIcon} title={t('housing.noneOpen')} text={t('housing.noneOpenText')} />
          </Card>
        ) : (
          <Card flat>
            <VirtualList
              label={t('housing.list')}
              items={shown}
              keyOf={({ record }) => record.id}
              row={(held) => <PlacementRow held={held} />}
              estimatePx={ROW_PX}
              restoreKey={`housing ${filter}`}
            />
          </Card>
        )}
      </Stack>
    </Screen>
  );
}

function PlacementRow({ held }: { readonly held: CaseRecord }) {
  const { vault, words, today } = useSession();
  const fields = placementFieldsOf(held);
  const days = findDaysToExit(fields, today());
  const home = findDwelling(vault, fields.dwellingId);
  return (
    <CardRowBody
      title={recordTitle(vault, words, held)}
      aside={words.list('stage', stageOf(placementFieldsOf(held)))}
      subtitle={placementSubtitle(words, held, home && recordTitle(vault, words, home))}
      href={PLACES.placement(held.record.id)}
      mark={
        <Stack inline>
          {days !== undefined && (
            <StateMark
              tone={days < 0 ? 'stop' : 'wait'}
              icon={clockIcon}
              label={days < 0 ? words.t('housing.overdue') : words.t('housing.inDays', { n: days })}
            />
          )}
          <StateMark {...recordMark(words, vault, held, today())} />
        </Stack>
      }
    />
  );
}

/** "Casa del porto · 15/11/2026 – 30/06/2027" */
function placementSubtitle(words: Translator, held: CaseRecord, home: string | undefined): string {
  const fields = placementFieldsOf(held);
  const measures = words.formatList((fields.measures ?? []).map((code) => words.list('housingMeasure', code)));
  return [home ?? fields.address ?? fields.dwelling ?? measures, datesText(words, fields)]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
}

function datesText(words: Translator, fields: ReturnType<typeof placementFieldsOf>): string | undefined {
  const { entryDate, exitDate, expectedExitDate, referralDate } = fields;
  const isLivingThere = ['INSE', 'ACCO', 'USCI', 'FUP'].includes(stageOf(fields));
  const end = exitDate ?? expectedExitDate;
  if (entryDate !== undefined && isLivingThere) {
    const from = words.formatDate(entryDate);
    return end === undefined
      ? words.t('housing.from', { from })
      : words.t('housing.fromTo', { from, to: words.formatDate(end) });
  }
  if (entryDate !== undefined) return words.t('housing.plannedFrom', { from: words.formatDate(entryDate) });
  return referralDate && words.t('housing.referred', { from: words.formatDate(referralDate) });
}

function HousingLinks() {
  const { t } = useSession().words;
  return (
    <Stack inline>
      <LinkButton href={PLACES.dwellings} icon={homeIcon} variant="ghost">
        {t('dwellings.title')}
      </LinkButton>
      <LinkButton href={PLACES.newPlacement} icon={plusIcon} variant="ghost">
        {t('housing.new')}
      </LinkButton>
    </Stack>
  );
}
