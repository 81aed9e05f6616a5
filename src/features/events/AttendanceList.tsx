import type { CaseRecord } from '../../device/open-vault.ts';
import { Card } from '../../ui/Card.tsx';
import { CardRowBody } from '../../ui/CardRow.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { peopleIcon } from '../../ui/icons.ts';
import { StateMark } from '../../ui/StateMark.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { attendanceFieldsOf, attendancesOf } from '../event-records.ts';
import { PLACES } from '../places.ts';
import { recordMark, recordSubtitle, recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';

const ROW_PX = 75;

/** Who came, the last one written first; what a volunteer wrote for the coordinator is read here. */
export function AttendanceList({ event }: { readonly event: CaseRecord }) {
  const { vault, words, today } = useSession();
  const { t } = words;
  const presences = attendancesOf(vault, event.record.id);
  if (presences.length === 0) {
    return (
      <Card title={t('events.presences')}>
        <EmptyState icon={peopleIcon} title={t('events.noPresences')} text={t('events.noPresencesText')} />
      </Card>
    );
  }
  return (
    <Card flat title={t('events.presences')}>
      <VirtualList
        label={t('events.presences')}
        items={presences}
        keyOf={({ record }) => record.id}
        estimatePx={ROW_PX}
        restoreKey={`event ${event.record.id}`}
        row={(held) => (
          <CardRowBody
            title={recordTitle(vault, words, held)}
            subtitle={[recordSubtitle(words, held), attendanceFieldsOf(held).note].filter(Boolean).join(' · ')}
            href={PLACES.attendance(held.record.id)}
            mark={<StateMark {...recordMark(words, vault, held, today())} />}
          />
        )}
      />
    </Card>
  );
}
