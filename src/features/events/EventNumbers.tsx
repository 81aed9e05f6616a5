import type { CaseRecord } from '../../device/open-vault.ts';
import { Card } from '../../ui/Card.tsx';
import { FigureRow } from '../../ui/FigureRow.tsx';
import { figuresOf } from '../event-records.ts';
import { minutesToHours } from '../record-words.ts';
import { useSession } from '../session.ts';

/** Unique people beside attendances and hours; who has no record is counted apart. */
export function EventNumbers({ event }: { readonly event: CaseRecord }) {
  const { vault, words } = useSession();
  const { t } = words;
  const figures = figuresOf(vault, event);
  return (
    <Card title={t('events.numbers')}>
      <FigureRow
        figures={[
          { label: t('events.people'), value: words.formatNumber(figures.uniqueParticipants) },
          { label: t('events.unknownLabel'), value: words.formatNumber(figures.unknownParticipants) },
          { label: t('events.presencesLabel'), value: words.formatNumber(figures.attendances) },
          { label: t('events.hoursLabel'), value: minutesToHours(words, figures.minutes) },
        ]}
      />
    </Card>
  );
}
