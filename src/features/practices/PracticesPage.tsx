import type { CaseRecord } from '../../device/open-vault.ts';
import { mayCreate } from '../../domain/permissions.ts';
import { Card } from '../../ui/Card.tsx';
import { CardRowBody } from '../../ui/CardRow.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterChips } from '../../ui/FilterChips.tsx';
import { plusIcon, practiceIcon, searchIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { PLACES } from '../places.ts';
import {
  citiesThatTried,
  cityOf,
  isOurs,
  practiceFieldsOf,
  practicesOf,
  repliesOf,
  searchPractices,
} from '../practice-records.ts';
import { recordMark, recordTitle } from '../record-words.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { useKept } from '../use-kept.ts';

const ROW_PX = 75;

/** What the cities tell each other, on this device: searched without a network. */
export function PracticesPage() {
  const { vault, words } = useSession();
  const { t } = words;
  const [text, setText] = useKept('practices:text', '');
  const [whose, setWhose] = useKept<'all' | 'ours'>('practices:whose', 'all');
  const practices = practicesOf(vault);
  const ours = practices.filter((held) => isOurs(vault, held));
  const shown = searchPractices(whose === 'ours' ? ours : practices, text);
  const newPractice = mayCreate(vault.actor, 'practice') ? (
    <LinkButton href={PLACES.newPractice} icon={plusIcon} variant="ghost">
      {t('practices.new')}
    </LinkButton>
  ) : undefined;
  if (practices.length === 0) {
    return (
      <Screen title={t('practices.title')} backTo={PLACES.more}>
        <Card>
          <EmptyState
            icon={practiceIcon}
            title={t('practices.none')}
            text={t('practices.noneText')}
            action={newPractice}
          />
        </Card>
      </Screen>
    );
  }
  return (
    <Screen
      title={t('practices.title')}
      subtitle={t('practices.count', { n: practices.length })}
      backTo={PLACES.more}
      extras={newPractice}
    >
      <Stack>
        <TextField label={t('practices.search')} type="search" value={text} onInput={setText} />
        <FilterChips
          label={t('practices.whose')}
          value={whose}
          onInput={setWhose}
          filters={[
            { value: 'all', label: t('practices.all'), count: words.formatNumber(practices.length) },
            { value: 'ours', label: t('practices.ours'), count: words.formatNumber(ours.length) },
          ]}
        />
        <p class="sr-only" role="status">
          {t('practices.count', { n: shown.length })}
        </p>
        {shown.length === 0 ? (
          <Card>
            <EmptyState icon={searchIcon} title={t('practices.notFound')} text={t('practices.notFoundHow')} />
          </Card>
        ) : (
          <Card flat>
            <VirtualList
              key={whose}
              label={t('practices.title')}
              items={shown}
              keyOf={({ record }) => record.id}
              row={(held) => <PracticeRow held={held} />}
              estimatePx={ROW_PX}
              restoreKey="practices"
            />
          </Card>
        )}
      </Stack>
    </Screen>
  );
}

function PracticeRow({ held }: { readonly held: CaseRecord }) {
  const { vault, words, today } = useSession();
  const tried = citiesThatTried(repliesOf(vault, held.record.id));
  const parts = [cityOf(held), tried > 0 ? words.t('practices.nTried', { n: tried }) : practiceFieldsOf(held).cost];
  return (
    <CardRowBody
      title={recordTitle(vault, words, held)}
      subtitle={parts.filter((part) => part !== undefined).join(' · ')}
      href={PLACES.practice(held.record.id)}
      mark={isOurs(vault, held) ? <StateMark {...recordMark(words, vault, held, today())} /> : undefined}
    />
  );
}
