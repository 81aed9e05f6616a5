import { useState } from 'preact/hooks';
import type { CaseRecord } from '../../device/open-vault.ts';
import { EVENT_ROLES, type EventRole } from '../../domain/lists/attendees.ts';
import { ActionBar } from '../../ui/ActionBar.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { checkIcon, plusIcon, returnIcon } from '../../ui/icons.ts';
import { Stack } from '../../ui/Stack.tsx';
import { DoublePresences } from '../double-presences.tsx';
import { attendancesOf, eventFieldsOf, findShiftAt, mayTakePresences } from '../event-records.ts';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { recordTitle } from '../record-words.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { EventNumbers } from './EventNumbers.tsx';
import { HoursCard } from './HoursCard.tsx';
import { PersonFinder } from './PersonFinder.tsx';
import { useDoor } from './use-door.ts';

/** At the door: one person after the other, by fingers or by keyboard alone; every tap is saved at once and can be taken back. */
export function PresencesPage({ id }: { readonly id: string }) {
  const { vault, words, today } = useSession();
  const held = vault.caseload.find(id);
  if (held?.record.kind !== 'event' || !mayTakePresences(vault, held, today())) {
    return <NotHere title={words.t('events.title')} listPlace={PLACES.events} />;
  }
  return <PresencesDesk event={held} />;
}

function PresencesDesk({ event }: { readonly event: CaseRecord }) {
  const { vault, words, now, back } = useSession();
  const { t } = words;
  const { id } = event.record;
  const { shifts = [] } = eventFieldsOf(event);
  // As on volunteers' phones at the same door: one person counted in two shifts is two presences.
  const [shift, setShift] = useState<string | undefined>(() => findShiftAt(eventFieldsOf(event), now())?.label);
  const [role, setRole] = useState<EventRole>('PART');
  const door = useDoor({ event: id, shift, role });
  const presences = attendancesOf(vault, id);
  return (
    <Screen
      task
      title={t('events.takePresences')}
      subtitle={recordTitle(vault, words, event)}
      backTo={PLACES.event(id)}
    >
      <Stack>
        <DoublePresences eventId={id} />
        {shifts.length > 0 && (
          <ChoiceChips
            label={t('events.shift')}
            value={shift}
            onInput={setShift}
            choices={shifts.map(({ label }) => ({ value: label, label }))}
          />
        )}
        <PersonFinder presences={presences} shift={shift} onComer={(comer) => void door.comes(comer)} />
        <Stack inline>
          <Button variant="ghost" icon={plusIcon} onClick={() => void door.comes({ attendee: 'UNKN', count: 1 })}>
            {t('events.plusUnknown')}
          </Button>
          <Button variant="ghost" icon={plusIcon} onClick={() => void door.comes({ attendee: 'RESI', count: 1 })}>
            {t('events.plusResident')}
          </Button>
          <Button variant="quiet" icon={returnIcon} disabled={!door.mayUndo} onClick={() => void door.undo()}>
            {t('events.undoLast')}
          </Button>
        </Stack>
        <EventNumbers event={event} />
        <HoursCard presences={presences} />
        <Card>
          <Disclosure label={t('events.as')}>
            <ChoiceChips
              label={t('events.as')}
              value={role}
              onInput={(chosen) => chosen !== undefined && setRole(chosen)}
              choices={EVENT_ROLES.map((value) => ({ value, label: words.list('eventRole', value) }))}
            />
          </Disclosure>
        </Card>
        <ActionBar>
          <Button big icon={checkIcon} onClick={() => back(PLACES.event(id))}>
            {t('events.end')}
          </Button>
        </ActionBar>
      </Stack>
    </Screen>
  );
}
