import type { CaseRecord } from '../../device/open-vault.ts';
import { Card } from '../../ui/Card.tsx';
import { CardRowBody } from '../../ui/CardRow.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { searchIcon } from '../../ui/icons.ts';
import { StateMark } from '../../ui/StateMark.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { presentMembers } from '../household-records.ts';
import { PLACES } from '../places.ts';
import { recordMark, recordSubtitle, recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';

const ROW_PX = 75;

type HouseholdListProps = {
  readonly households: readonly CaseRecord[];
  /** What was asked for; undefined shows all. */
  readonly text: string | undefined;
};

/** The households that were found: by whom they are called, how many they are, in what part of the city. */
export function HouseholdList({ households, text }: HouseholdListProps) {
  const { t } = useSession().words;
  if (households.length === 0) {
    return (
      <Card>
        <EmptyState icon={searchIcon} title={t('households.notFound')} text={t('households.notFoundText')} />
      </Card>
    );
  }
  return (
    <Card flat title={t(text === undefined ? 'households.all' : 'households.found', { n: households.length })}>
      <VirtualList
        label={t('households.list')}
        items={households}
        keyOf={({ record }) => record.id}
        row={(held) => <HouseholdRow held={held} />}
        estimatePx={ROW_PX}
        restoreKey={`households ${text ?? ''}`}
      />
    </Card>
  );
}

function HouseholdRow({ held }: { readonly held: CaseRecord }) {
  const { vault, words, today } = useSession();
  const { id } = held.record;
  const size = words.t('households.size', { n: presentMembers(vault, id, today()).length });
  return (
    <CardRowBody
      title={recordTitle(vault, words, held)}
      subtitle={[size, recordSubtitle(words, held)].filter((part) => part !== '').join(' · ')}
      href={PLACES.household(id)}
      mark={<StateMark {...recordMark(words, vault, held, today())} />}
    />
  );
}
