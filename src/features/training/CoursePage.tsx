import type { CaseRecord } from '../../device/open-vault.ts';
import { mayCreate } from '../../domain/permissions.ts';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { Columns } from '../../ui/Columns.tsx';
import { editIcon, personPlusIcon, plusIcon, printIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Note } from '../../ui/Note.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { CommentsCard } from '../comments-card.tsx';
import {
  attendancesAt,
  courseFieldsOf,
  enrolmentsOf,
  findOverPlan,
  sessionFieldsOf,
  sessionsOf,
} from '../course-records.ts';
import { RecordFacts } from '../facts-page.tsx';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { RecordBanners } from '../record-banners.tsx';
import { RemoveButton, useMayEdit } from '../record-standing.tsx';
import { minutesToHours, recordMark, recordSubtitle, recordTitle } from '../record-words.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { CourseNumbers } from './CourseNumbers.tsx';
import { FeedbackCard } from './FeedbackCard.tsx';

/** One course: its sessions, who is enrolled, and what it comes to. */
export function CoursePage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  const held = vault.caseload.find(id);
  if (held?.record.kind !== 'course') return <NotHere title={words.t('training.title')} listPlace={PLACES.training} />;
  return (
    <Screen
      title={recordTitle(vault, words, held)}
      subtitle={recordSubtitle(words, held)}
      backTo={PLACES.training}
      banner={<RecordBanners held={held} others={[]} />}
    >
      <CourseView held={held} />
    </Screen>
  );
}

function CourseView({ held }: { readonly held: CaseRecord }) {
  const { vault, words } = useSession();
  const { t } = words;
  const { id } = held.record;
  const mayEdit = useMayEdit(held);
  const isRunning = mayEdit && courseFieldsOf(held).state !== 'CANC' && mayCreate(vault.actor, 'enrolment');
  return (
    <Columns
      main={
        <>
          <CourseNumbers courses={[held]} />
          {isRunning && <OverPlan course={held} />}
          <Sessions courseId={id} mayAdd={isRunning} />
          <Enrolments courseId={id} mayAdd={isRunning} />
          <FeedbackCard course={held} />
        </>
      }
      side={
        <>
          <RecordFacts held={held} />
          {mayEdit && (
            <LinkButton href={PLACES.editCourse(id)} variant="quiet" wide icon={editIcon}>
              {t('training.correct')}
            </LinkButton>
          )}
          <LinkButton href={PLACES.badges(id)} variant="quiet" wide icon={printIcon}>
            {t('training.badges')}
          </LinkButton>
          <RemoveButton held={held} fallback={PLACES.training} />
          <CommentsCard held={held} />
        </>
      }
    />
  );
}

/** Whoever can correct the plan hears that the meetings have outgrown it. */
function OverPlan({ course }: { readonly course: CaseRecord }) {
  const { vault, words } = useSession();
  const over = findOverPlan(vault, course);
  if (over === undefined) return null;
  const hours = minutesToHours(words, over.minutes);
  return <Note tone="off">{words.t('training.overPlan', { hours, of: minutesToHours(words, over.planned) })}</Note>;
}

type PartProps = { readonly courseId: string; readonly mayAdd: boolean };

function Sessions({ courseId, mayAdd }: PartProps) {
  const { vault, words, today } = useSession();
  const { t } = words;
  return (
    <Card flat title={t('training.sessions')}>
      <RowList
        label={t('training.sessions')}
        footer={
          mayAdd ? (
            <LinkButton href={PLACES.newSession(courseId)} variant="quiet" icon={plusIcon}>
              {t('training.newSession')}
            </LinkButton>
          ) : undefined
        }
      >
        {sessionsOf(vault, courseId).map((session) => {
          const { date = '' } = sessionFieldsOf(session);
          const present = attendancesAt(vault, session.record.id).length;
          return (
            <CardRow
              key={session.record.id}
              time={words.formatRelativeDay(date, today())}
              dateTime={date}
              title={recordTitle(vault, words, session)}
              subtitle={[recordSubtitle(words, session), date > today() ? '' : t('training.nPresent', { n: present })]
                .filter((part) => part !== '')
                .join(' · ')}
              href={PLACES.courseSession(session.record.id)}
              mark={<StateMark {...recordMark(words, vault, session, today())} />}
            />
          );
        })}
      </RowList>
    </Card>
  );
}

function Enrolments({ courseId, mayAdd }: PartProps) {
  const { vault, words, today } = useSession();
  const { t } = words;
  return (
    <Card flat title={t('training.enrolments')}>
      <RowList
        label={t('training.enrolments')}
        footer={
          mayAdd ? (
            <LinkButton href={PLACES.enrol(courseId)} variant="quiet" icon={personPlusIcon}>
              {t('training.enrol')}
            </LinkButton>
          ) : undefined
        }
      >
        {enrolmentsOf(vault, courseId).map((enrolment) => (
          <CardRow
            key={enrolment.record.id}
            title={recordTitle(vault, words, enrolment)}
            subtitle={recordSubtitle(words, enrolment)}
            href={PLACES.enrolment(enrolment.record.id)}
            mark={<StateMark {...recordMark(words, vault, enrolment, today())} />}
          />
        ))}
      </RowList>
    </Card>
  );
}
