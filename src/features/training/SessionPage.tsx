import type { CaseRecord } from '../../device/open-vault.ts';
import { mayCreate } from '../../domain/permissions.ts';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { peopleIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { TickRow } from '../../ui/TickRow.tsx';
import { attendancesAt, courseAttendanceFieldsOf, enrolmentsOf, sessionFieldsOf } from '../course-records.ts';
import { FactsPage } from '../facts-page.tsx';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { minutesToHours, recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import { ScanPresences } from './ScanPresences.tsx';
import { type PresenceActions, usePresence } from './use-presence.ts';

/** One session: its facts, and a tick for each who was there. */
export function SessionPage({ id }: { readonly id: string }) {
  const { vault, words, today } = useSession();
  const { t } = words;
  const held = vault.caseload.find(id);
  if (held?.record.kind !== 'course-session') {
    return <NotHere title={t('training.title')} listPlace={PLACES.training} />;
  }
  const { course = '', date = '' } = sessionFieldsOf(held);
  const isOpen = date <= today() && !held.record.removed && mayCreate(vault.actor, 'course-attendance');
  return (
    <FactsPage held={held} backTo={PLACES.course(course)}>
      {isOpen ? (
        <Ticks session={held} courseId={course} />
      ) : (
        <Card title={t('training.whoCame')}>
          <p>{t('training.notYet')}</p>
        </Card>
      )}
    </FactsPage>
  );
}

function Ticks({ session, courseId }: { readonly session: CaseRecord; readonly courseId: string }) {
  const { vault, words } = useSession();
  const { t } = words;
  const attendances = attendancesAt(vault, session.record.id);
  const enrolments = enrolmentsOf(vault, courseId);
  const presence = usePresence(session);
  if (enrolments.length === 0) {
    return (
      <Card>
        <EmptyState
          icon={peopleIcon}
          title={t('training.nobodyEnrolled')}
          text={t('training.nobodyEnrolledText')}
          action={
            <LinkButton href={PLACES.enrol(courseId)} variant="ghost">
              {t('training.enrol')}
            </LinkButton>
          }
        />
      </Card>
    );
  }
  return (
    <Card title={t('training.whoCame')}>
      <p class="soft" role="status">
        {t('training.nOf', { n: attendances.length, of: enrolments.length })}
      </p>
      <ScanPresences session={session} presence={presence} />
      <RowList inset>
        {enrolments.map((enrolment) => (
          <Tick key={enrolment.record.id} enrolment={enrolment} presence={presence} />
        ))}
      </RowList>
    </Card>
  );
}

type TickProps = { readonly enrolment: CaseRecord; readonly presence: PresenceActions };

/** Who left early has a shorter time on its own page. */
function Tick({ enrolment, presence }: TickProps) {
  const { vault, words } = useSession();
  const { id } = enrolment.record;
  const name = recordTitle(vault, words, enrolment);
  const attendance = presence.presenceOf(id);
  const { minutes } = attendance === undefined ? {} : courseAttendanceFieldsOf(attendance);
  return (
    <TickRow
      title={minutes === undefined ? name : `${name} · ${minutesToHours(words, minutes)}`}
      checked={attendance !== undefined}
      onCheck={(isThere) => void presence.set(id, isThere)}
      mark={
        attendance !== undefined && (
          <a href={PLACES.courseAttendance(attendance.record.id)} aria-label={words.t('training.timeOf', { name })}>
            {words.t('training.time')}
          </a>
        )
      }
    />
  );
}
