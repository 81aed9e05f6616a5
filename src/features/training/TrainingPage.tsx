import type { CaseRecord } from '../../device/open-vault.ts';
import { mayCreate } from '../../domain/permissions.ts';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { plusIcon, trainingIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { courseFieldsOf, enrolmentsOf } from '../course-records.ts';
import { PLACES } from '../places.ts';
import { recordMark, recordTitle } from '../record-words.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { CourseNumbers } from './CourseNumbers.tsx';

/** The training plan of the city: its courses, the latest first, and what they come to. */
export function TrainingPage() {
  const { vault, words } = useSession();
  const { t } = words;
  const courses = [...vault.caseload.ofKind('course')].sort((a, b) => (startOf(a) < startOf(b) ? 1 : -1));
  const newCourse = mayCreate(vault.actor, 'course') ? (
    <LinkButton href={PLACES.newCourse} icon={plusIcon} variant="ghost">
      {t('training.new')}
    </LinkButton>
  ) : undefined;
  if (courses.length === 0) {
    return (
      <Screen title={t('training.title')} backTo={PLACES.more}>
        <Card>
          <EmptyState icon={trainingIcon} title={t('training.none')} text={t('training.noneText')} action={newCourse} />
        </Card>
      </Screen>
    );
  }
  return (
    <Screen
      title={t('training.title')}
      subtitle={t('training.count', { n: courses.length })}
      extras={newCourse}
      backTo={PLACES.more}
    >
      <Stack>
        <CourseNumbers courses={courses} />
        <Card flat>
          <RowList label={t('training.list')}>
            {courses.map((held) => (
              <CourseRow key={held.record.id} held={held} />
            ))}
          </RowList>
        </Card>
      </Stack>
    </Screen>
  );
}

const startOf = (held: CaseRecord): string => courseFieldsOf(held).startDate ?? '';

function CourseRow({ held }: { readonly held: CaseRecord }) {
  const { vault, words, today } = useSession();
  const { startDate = '', place, state } = courseFieldsOf(held);
  const enrolled = enrolmentsOf(vault, held.record.id).length;
  const parts = [place, words.t('training.nEnrolled', { n: enrolled })];
  return (
    <CardRow
      time={words.formatRelativeDay(startDate, today())}
      dateTime={startDate}
      title={recordTitle(vault, words, held)}
      aside={state === 'CANC' ? words.list('eventState', 'CANC') : undefined}
      subtitle={parts.filter((part) => part !== undefined).join(' · ')}
      href={PLACES.course(held.record.id)}
      mark={<StateMark {...recordMark(words, vault, held, today())} />}
    />
  );
}
