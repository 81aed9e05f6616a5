import type { CaseRecord } from '../../device/open-vault.ts';
import type { Attendance } from '../../domain/kinds/attendance.ts';
import { Card } from '../../ui/Card.tsx';
import { Columns } from '../../ui/Columns.tsx';
import { FactList } from '../../ui/FactList.tsx';
import { editIcon, eventIcon, personIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { DoublePresences } from '../double-presences.tsx';
import { attendanceFieldsOf, personOfPresence } from '../event-records.ts';
import { fieldLabel, fieldValueToText } from '../field-words.ts';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { RecordBanners } from '../record-banners.tsx';
import { Authorship, RemoveButton, useMayEdit } from '../record-standing.tsx';
import { nameOfPerson, recordMark, recordTitle } from '../record-words.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';

const FACTS = [
  'event',
  'card',
  'attendee',
  'nickname',
  'gender',
  'ageBracket',
  'count',
  'role',
  'shift',
  'minutes',
  'note',
] as const satisfies readonly (keyof Attendance)[];

/** One presence: who, in which role, for how long. */
export function AttendancePage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  const held = vault.caseload.find(id);
  if (held?.record.kind !== 'attendance') return <NotHere title={words.t('events.title')} listPlace={PLACES.events} />;
  const { event } = attendanceFieldsOf(held);
  return (
    <Screen
      title={recordTitle(vault, words, held)}
      subtitle={words.t('events.presenceTitle')}
      backTo={event === undefined ? PLACES.events : PLACES.event(event)}
      banner={
        <>
          <RecordBanners held={held} others={[]} />
          <DoublePresences recordId={id} />
        </>
      }
    >
      <AttendanceView held={held} />
    </Screen>
  );
}

function AttendanceView({ held }: { readonly held: CaseRecord }) {
  const { vault, words, today } = useSession();
  const { t } = words;
  const mayEdit = useMayEdit(held);
  const fields = attendanceFieldsOf(held);
  const person = personOfPresence(vault)(fields);
  const nameOf = (id: string) => nameOfPerson(vault, words, id);
  const facts = FACTS.flatMap((field) => {
    const value = fieldValueToText(words, 'attendance', field, fields[field], nameOf);
    return value === undefined ? [] : [{ label: fieldLabel(words, 'attendance', field), value }];
  });
  const eventPlace = fields.event === undefined ? PLACES.events : PLACES.event(fields.event);
  return (
    <Columns
      main={
        <Card
          title={t('events.presenceTitle')}
          aside={<StateMark {...recordMark(words, vault, held, today())} />}
          asideAtEnd
        >
          <FactList facts={facts} />
          <Authorship held={held} />
        </Card>
      }
      side={
        <>
          <LinkButton href={eventPlace} variant="quiet" wide icon={eventIcon}>
            {t('events.openEvent')}
          </LinkButton>
          {person !== undefined && (
            <LinkButton href={PLACES.person(person)} variant="quiet" wide icon={personIcon}>
              {t('events.openPerson')}
            </LinkButton>
          )}
          {mayEdit && (
            <LinkButton href={PLACES.editAttendance(held.record.id)} variant="quiet" wide icon={editIcon}>
              {t('events.correctPresence')}
            </LinkButton>
          )}
          <RemoveButton held={held} fallback={eventPlace} />
        </>
      }
    />
  );
}
