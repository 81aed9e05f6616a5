import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { agendaEntries, entryLine, firstWhose } from '../agenda-entries.ts';
import { PLACES } from '../places.ts';
import { useSession } from '../session.ts';

/** More are for the agenda itself. */
const ROWS_SHOWN_MAX = 5;

/** What is due today or late, of one's own work. */
export function DueToday() {
  const { vault, words, today } = useSession();
  const entries = agendaEntries(vault, firstWhose(vault), today(), today());
  if (entries.length === 0) return null;
  return (
    <Card flat title={words.t('agenda.forToday')}>
      <RowList footer={<a href={PLACES.agenda}>{words.t('agenda.open')}</a>}>
        {entries.slice(-ROWS_SHOWN_MAX).map((entry) => {
          const { key, ...line } = entryLine(vault, words, entry, today());
          return <CardRow key={key} {...line} />;
        })}
      </RowList>
    </Card>
  );
}
