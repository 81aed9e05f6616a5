import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { eventFieldsOf, eventsOfPerson } from '../event-records.ts';
import { PLACES } from '../places.ts';
import { minutesToHours, recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';

/** The events somebody came to; nothing where there are none. */
export function EventsCard({ personId }: { readonly personId: string }) {
  const { vault, words, today } = useSession();
  const came = eventsOfPerson(vault, personId);
  if (came.length === 0) return null;
  return (
    <Card flat title={words.t('events.person')} aside={words.t('events.count', { n: came.length })}>
      <RowList>
        {came.map(({ event, minutes }) => {
          const { date = '', type } = eventFieldsOf(event);
          const hours = minutes > 0 ? minutesToHours(words, minutes) : undefined;
          const parts = [type && words.list('eventType', type), hours];
          return (
            <CardRow
              key={event.record.id}
              time={words.formatRelativeDay(date, today())}
              dateTime={date}
              title={recordTitle(vault, words, event)}
              subtitle={parts.filter((part) => part !== undefined).join(' · ')}
              href={PLACES.event(event.record.id)}
            />
          );
        })}
      </RowList>
    </Card>
  );
}
