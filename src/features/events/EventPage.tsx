import type { CaseRecord } from '../../device/open-vault.ts';
import type { Event } from '../../domain/kinds/event.ts';
import { mayReadKind } from '../../domain/permissions.ts';
import type { Translator } from '../../i18n/translate.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Columns } from '../../ui/Columns.tsx';
import { FactList } from '../../ui/FactList.tsx';
import { checkIcon, editIcon, keyboardIcon, personPlusIcon, printIcon, scanIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Note } from '../../ui/Note.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { CommentsCard } from '../comments-card.tsx';
import { DoublePresences } from '../double-presences.tsx';
import { attendancesOf, eventFieldsOf, mayInvite, mayInviteLate, mayTakePresences } from '../event-records.ts';
import { fieldLabel, fieldValueToText } from '../field-words.ts';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { RecordBanners } from '../record-banners.tsx';
import { Authorship, RemoveButton, useMayEdit } from '../record-standing.tsx';
import { recordMark, recordSubtitle, recordTitle } from '../record-words.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { refusalToText, useSaved } from '../use-save.ts';
import { AttendanceList } from './AttendanceList.tsx';
import { EventNumbers } from './EventNumbers.tsx';

/** One event: how many came, who they were, what is known of it. */
export function EventPage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  const held = vault.caseload.find(id);
  if (held?.record.kind !== 'event') return <NotHere title={words.t('events.title')} listPlace={PLACES.events} />;
  return (
    <Screen
      title={recordTitle(vault, words, held)}
      subtitle={recordSubtitle(words, held)}
      backTo={PLACES.events}
      banner={
        <>
          <RecordBanners held={held} others={[]} />
          <DoublePresences eventId={id} />
        </>
      }
    >
      <EventView held={held} />
    </Screen>
  );
}

function EventView({ held }: { readonly held: CaseRecord }) {
  const { vault, words, today, now } = useSession();
  const { t } = words;
  const { id } = held.record;
  const mayEdit = useMayEdit(held);
  const seesPeople = mayReadKind(vault.actor.role, 'attendance');
  const facts = factsOf(words, eventFieldsOf(held));
  const isCancelled = eventFieldsOf(held).state === 'CANC';
  return (
    <Columns
      lead={
        mayTakePresences(vault, held, today()) ? (
          <LinkButton big icon={personPlusIcon} href={PLACES.presences(id)}>
            {t('events.takePresences')}
          </LinkButton>
        ) : undefined
      }
      main={
        <>
          {isCancelled && (
            <Note tone="wait">
              {t(attendancesOf(vault, id).length === 0 ? 'events.isCancelled' : 'events.isCancelledAfter')}
            </Note>
          )}
          {seesPeople && <EventNumbers event={held} />}
          {seesPeople && <AttendanceList event={held} />}
          {!seesPeople && <Facts held={held} facts={facts} />}
          {!seesPeople && <Note tone="off">{t('events.howVolunteersCount')}</Note>}
        </>
      }
      side={
        <>
          {seesPeople && <Facts held={held} facts={facts} />}
          {mayEdit && <MarkHeld held={held} />}
          {mayInvite(vault, held, now()) && (
            <LinkButton href={PLACES.invitation(id)} variant="quiet" wide icon={scanIcon}>
              {t('events.invite')}
            </LinkButton>
          )}
          {mayInviteLate(vault, held, now()) && (
            <LinkButton href={PLACES.invitation(id)} variant="quiet" wide icon={scanIcon}>
              {t('events.inviteLate')}
            </LinkButton>
          )}
          {mayTakePresences(vault, held, today()) && (
            <LinkButton href={PLACES.copySheet(id)} variant="quiet" wide icon={keyboardIcon}>
              {t('events.copy')}
            </LinkButton>
          )}
          <LinkButton href={PLACES.presenceSheet(id)} variant="quiet" wide icon={printIcon}>
            {t('events.sheet')}
          </LinkButton>
          {mayEdit && (
            <LinkButton href={PLACES.editEvent(id)} variant="quiet" wide icon={editIcon}>
              {t('events.correct')}
            </LinkButton>
          )}
          <RemoveButton held={held} fallback={PLACES.events} />
          {seesPeople && <CommentsCard held={held} />}
        </>
      }
    />
  );
}

function Facts({ held, facts }: { readonly held: CaseRecord; readonly facts: ReturnType<typeof factsOf> }) {
  const { vault, words, today } = useSession();
  return (
    <Card title={words.t('events.facts')} aside={<StateMark {...recordMark(words, vault, held, today())} />} asideAtEnd>
      <FactList facts={facts} />
      <Authorship held={held} />
    </Card>
  );
}

/** Planned, and its day has come: one tap says that it took place. */
function MarkHeld({ held }: { readonly held: CaseRecord }) {
  const { vault, words, today, say } = useSession();
  const saved = useSaved();
  const { date = '', state } = eventFieldsOf(held);
  if (state !== 'PLAN' || date > today()) return null;
  const mark = async () => {
    const { id, kind, version } = held.record;
    const fields = { state: { from: 'PLAN', to: 'HELD' } };
    const answer = await vault.saveChange({ type: 'edit', recordId: id, kind, seenVersion: version, fields });
    if (answer.ok) saved(answer.value);
    else say({ text: refusalToText(words, answer.error), tone: 'stop' });
  };
  return (
    <Button variant="quiet" wide icon={checkIcon} onClick={() => mark()}>
      {words.t('events.markHeld')}
    </Button>
  );
}

const FACTS = [
  'state',
  'startTime',
  'endTime',
  'placeKind',
  'partners',
  'expectedPeople',
  'note',
  'prog',
  'cup',
] as const satisfies readonly (keyof Event)[];

/** Type, date and place stand under the title already. */
function factsOf(words: Translator, fields: Partial<Event>): { label: string; value: string }[] {
  const facts = FACTS.flatMap((field) => {
    const value = fieldValueToText(words, 'event', field, fields[field], () => '');
    return value === undefined ? [] : [{ label: fieldLabel(words, 'event', field), value }];
  });
  if (fields.shifts === undefined) return facts;
  const shifts = fields.shifts.map(({ label, from, to }) =>
    [label, [from, to].filter((time) => time !== undefined).join('\u2060–\u2060')]
      .filter((part) => part !== '')
      .join(' '),
  );
  return [...facts, { label: fieldLabel(words, 'event', 'shifts'), value: words.formatList(shifts) }];
}
