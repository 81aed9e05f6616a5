import { addMonths, firstOfMonth } from '../../domain/calendar.ts';
import type { CalendarDate } from '../../domain/primitives.ts';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { MonthGrid } from '../../ui/MonthGrid.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { agendaEntriesOn, entryLine, type Whose } from '../agenda-entries.ts';
import { useSession } from '../session.ts';
import { useKept } from '../use-kept.ts';
import { isInMonth, monthWeeks } from './month-weeks.ts';

/** A month with what is due on each day; the chosen day's lines stand below. */
export function MonthCalendar({ whose }: { readonly whose: Whose }) {
  const { vault, words, today } = useSession();
  const { t } = words;
  const [day, setDay] = useKept<CalendarDate>('agenda:day', today());
  const turnTo = (months: number) => setDay(firstOfMonth(addMonths(day, months)));
  const weeks = monthWeeks(day);
  const entries = agendaEntriesOn(vault, whose, today(), weeks.flat());
  const dueOn = (one: CalendarDate) => entries.filter(({ due }) => due === one);
  return (
    <>
      <Card>
        <MonthGrid
          title={words.formatDate(day, 'month')}
          weekdays={(weeks[0] ?? []).map((one) => ({
            short: words.formatDate(one, 'shortWeekday'),
            long: words.formatDate(one, 'longWeekday'),
          }))}
          weeks={weeks.map((week) =>
            week.map((one) => {
              const count = dueOn(one).length;
              const name = words.formatDate(one, 'weekday');
              return {
                key: one,
                number: String(Number(one.slice(8))),
                name: count === 0 ? name : t('agenda.dayWithCount', { n: count, day: name }),
                count,
                isBeside: !isInMonth(one, day),
                isToday: one === today(),
                isChosen: one === day,
              };
            }),
          )}
          onChoose={setDay}
          previous={{ label: t('agenda.previousMonth'), run: () => turnTo(-1) }}
          next={{ label: t('agenda.nextMonth'), run: () => turnTo(1) }}
        />
      </Card>
      <Card flat title={<span role="status">{words.formatDate(day, 'weekday')}</span>}>
        {dueOn(day).length === 0 ? (
          <p class="card-line soft">{t('agenda.noneOnDay')}</p>
        ) : (
          <RowList>
            {dueOn(day).map((entry) => {
              const { key, ...line } = entryLine(vault, words, entry, today());
              return <CardRow key={key} {...line} />;
            })}
          </RowList>
        )}
      </Card>
    </>
  );
}
