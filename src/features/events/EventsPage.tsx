import type { CaseRecord } from '../../device/open-vault.ts';
import { mayCreate } from '../../domain/permissions.ts';
import { Card } from '../../ui/Card.tsx';
import { CardRowBody } from '../../ui/CardRow.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterChips } from '../../ui/FilterChips.tsx';
import { eventIcon, plusIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { eventFieldsOf, figuresOf } from '../event-records.ts';
import { PLACES } from '../places.ts';
import { recordMark, recordTitle } from '../record-words.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { useKept } from '../use-kept.ts';
import { EVENT_FILTERS, type EventFilter, eventsIn } from './event-rows.ts';

const ROW_PX = 75;

/** What the city does together: today first. */
export function EventsPage() {
  const { vault, words, today } = useSession();
  const { t } = words;
  const [filter, setFilter] = useKept<EventFilter>('events:filter', 'all');
  const events = vault.caseload.ofKind('event');
  const newEvent = mayCreate(vault.actor, 'event') ? (
    <LinkButton href={PLACES.newEvent} icon={plusIcon} variant="ghost">
      {t('events.new')}
    </LinkButton>
  ) : undefined;
  if (events.length === 0) {
    return (
      <Screen title={t('events.title')}>
        <Card>
          <EmptyState
            icon={eventIcon}
            title={t('events.none')}
            text={newEvent && t('events.noneText')}
            action={newEvent}
          />
        </Card>
      </Screen>
    );
  }
  const shown = eventsIn(filter, events, today());
  return (
    <Screen title={t('events.title')} subtitle={t('events.count', { n: events.length })} extras={newEvent}>
      <Stack>
        <FilterChips
          label={t('events.filter')}
          filters={EVENT_FILTERS.map((value) => ({
            value,
            label: t(`events.filter.${value}`),
            count: words.formatNumber(eventsIn(value, events, today()).length),
          }))}
          value={filter}
          onInput={setFilter}
        />
        {shown.length === 0 ? (
          <Card>
            <EmptyState icon={eventIcon} title={t('events.noneHere')} text={t('events.noneHereText')} />
          </Card>
        ) : (
          <Card flat>
            <VirtualList
              label={t('events.list')}
              items={shown}
              keyOf={({ record }) => record.id}
              row={(held) => <EventRow held={held} />}
              estimatePx={ROW_PX}
              restoreKey={`events ${filter}`}
            />
          </Card>
        )}
      </Stack>
    </Screen>
  );
}

function EventRow({ held }: { readonly held: CaseRecord }) {
  const { vault, words, today } = useSession();
  const { date = '', startTime, place, type, state } = eventFieldsOf(held);
  const { attendances } = figuresOf(vault, held);
  const parts = [
    startTime,
    type && words.list('eventType', type),
    place,
    attendances > 0 ? words.t('events.nPresences', { n: attendances }) : undefined,
  ];
  return (
    <CardRowBody
      time={words.formatRelativeDay(date, today())}
      dateTime={date}
      title={recordTitle(vault, words, held)}
      aside={state === 'CANC' ? words.list('eventState', 'CANC') : undefined}
      subtitle={parts.filter((part) => part !== undefined && part !== '').join(' · ')}
      href={PLACES.event(held.record.id)}
      mark={<StateMark {...recordMark(words, vault, held, today())} />}
    />
  );
}
