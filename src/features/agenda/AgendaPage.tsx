import type { AgendaEntry } from '../../domain/agenda/agenda-of.ts';
import { addDays } from '../../domain/calendar.ts';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { Columns } from '../../ui/Columns.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterChips } from '../../ui/FilterChips.tsx';
import { calendarIcon, plusIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { agendaEntries, entryLine, firstWhose, type Whose } from '../agenda-entries.ts';
import { PLACES } from '../places.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { useKept } from '../use-kept.ts';
import { groupEntries } from './agenda-groups.ts';
import { CalendarFile } from './CalendarFile.tsx';
import { MonthCalendar } from './MonthCalendar.tsx';
import { RemindersCard } from './RemindersCard.tsx';

/** How far the list looks ahead; the calendar looks as far as one turns its pages. */
const DAYS_AHEAD = 30;

/** What is due, as a list or as a month: computed here from the records, so it is the same without a network. */
export function AgendaPage() {
  const { vault, words, today } = useSession();
  const { t } = words;
  const [whose, setWhose] = useKept<Whose>('agenda:whose', firstWhose(vault));
  const [how, setHow] = useKept<'list' | 'calendar'>('agenda:how', 'list');
  const entries = agendaEntries(vault, whose, today(), addDays(today(), DAYS_AHEAD));
  return (
    <Screen
      title={t('agenda.title')}
      subtitle={t('agenda.count', { n: entries.length })}
      backTo={PLACES.more}
      extras={
        <LinkButton href={PLACES.newAppointment} icon={plusIcon} variant="ghost" name={t('agenda.addName')}>
          {t('agenda.add')}
        </LinkButton>
      }
    >
      <Columns
        main={
          <Stack>
            <Stack inline>
              <FilterChips
                label={t('agenda.how')}
                filters={[
                  { value: 'list', label: t('agenda.asList') },
                  { value: 'calendar', label: t('agenda.asCalendar') },
                ]}
                value={how}
                onInput={setHow}
              />
              <FilterChips
                label={t('agenda.whose')}
                filters={[
                  { value: 'mine', label: t('agenda.mine') },
                  { value: 'all', label: t('agenda.all') },
                ]}
                value={whose}
                onInput={setWhose}
              />
            </Stack>
            {how === 'list' ? <AgendaList entries={entries} /> : <MonthCalendar whose={whose} />}
          </Stack>
        }
        side={
          <>
            <CalendarFile entries={entries} />
            <RemindersCard />
          </>
        }
      />
    </Screen>
  );
}

function AgendaList({ entries }: { readonly entries: readonly AgendaEntry[] }) {
  const { vault, words, today } = useSession();
  const { t } = words;
  if (entries.length === 0) {
    return (
      <Card>
        <EmptyState icon={calendarIcon} title={t('agenda.none')} text={t('agenda.noneText', { n: DAYS_AHEAD })} />
      </Card>
    );
  }
  return (
    <>
      {groupEntries(entries, today()).map((part) => (
        <Card key={part.group} flat title={t(`agenda.${part.group}`)}>
          <RowList>
            {part.entries.map((entry) => {
              const { key, ...line } = entryLine(vault, words, entry, today());
              const day = words.formatRelativeDay(entry.due, today());
              return (
                <CardRow
                  key={key}
                  {...line}
                  mark={part.group === 'today' ? undefined : <time dateTime={entry.due}>{day}</time>}
                />
              );
            })}
          </RowList>
        </Card>
      ))}
    </>
  );
}
