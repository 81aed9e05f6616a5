import type { CaseRecord } from '../../device/open-vault.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { CardRowBody } from '../../ui/CardRow.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterChips } from '../../ui/FilterChips.tsx';
import { editIcon, inboxIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { rowMoment } from '../moment-words.ts';
import { homeOf, PLACES } from '../places.ts';
import { Screen } from '../screen.tsx';
import { foldGroups, groupOf, type ListRow, rowWords } from '../service-groups.ts';
import { useSession } from '../session.ts';
import { useKept } from '../use-kept.ts';
import { countStates, filterMine, MINE_STATES, type MineFilter, mineOf } from './mine-rows.ts';

const ROW_HEIGHT_PX = 75;

/** Everything one wrote, by how it stands. Filter and place in the list are found again on the way back. */
export function MinePage() {
  const { vault, words } = useSession();
  const [filter, setFilter] = useKept<MineFilter>('mine', 'all');
  const mine = mineOf(vault);
  const counts = countStates(mine);
  const shown = foldGroups(filterMine(mine, filter));
  // A filter may show a part of a group; it is called by all of it.
  const membersByGroup = Map.groupBy(mine, groupOf);
  const filters: MineFilter[] = ['all', ...MINE_STATES];
  return (
    <Screen title={words.t('mine.title')} backTo={homeOf(vault.actor.role)}>
      {mine.length > 0 && (
        <FilterChips
          label={words.t('mine.filters')}
          filters={filters.map((value) => ({
            value,
            label: words.t(`mine.${value}`),
            count: words.formatNumber(counts[value]),
          }))}
          value={filter}
          onInput={setFilter}
        />
      )}
      <Card flat>
        {shown.length > 0 ? (
          <VirtualList
            key={filter}
            label={words.t('mine.list')}
            items={shown}
            keyOf={({ members, held }) => (members[0] ?? held).record.id}
            estimatePx={ROW_HEIGHT_PX}
            restoreKey={`mine ${filter}`}
            row={(row) => <MineRow row={row} whole={membersByGroup.get(groupOf(row.held))} />}
          />
        ) : (
          <Nothing filter={filter} onShowAll={() => setFilter('all')} />
        )}
      </Card>
    </Screen>
  );
}

type MineRowProps = { readonly row: ListRow; readonly whole: readonly CaseRecord[] | undefined };

function MineRow({ row, whole }: MineRowProps) {
  const { vault, words, today } = useSession();
  const { updatedAt } = row.held.record;
  const { title, subtitle, href, mark } = rowWords(vault, words, row, today(), whole);
  return (
    <CardRowBody
      time={rowMoment(words, updatedAt, today())}
      dateTime={updatedAt}
      href={href}
      title={title}
      subtitle={subtitle}
      mark={<StateMark {...mark} />}
    />
  );
}

function Nothing({ filter, onShowAll }: { readonly filter: MineFilter; readonly onShowAll: () => void }) {
  const { t } = useSession().words;
  if (filter === 'all') {
    return (
      <EmptyState
        icon={editIcon}
        title={t('mine.empty')}
        text={t('mine.emptyHow')}
        action={<LinkButton href={PLACES.register}>{t('nav.record')}</LinkButton>}
      />
    );
  }
  return (
    <EmptyState
      icon={inboxIcon}
      title={t('mine.emptyFilter')}
      text={filter === 'here' ? t('mine.emptyHere') : undefined}
      action={
        <Button variant="quiet" onClick={onShowAll}>
          {t('mine.showAll')}
        </Button>
      }
    />
  );
}
