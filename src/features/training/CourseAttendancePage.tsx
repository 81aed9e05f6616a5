import { courseAttendanceFieldsOf } from '../course-records.ts';
import { FactsPage } from '../facts-page.tsx';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { useSession } from '../session.ts';

/** One presence at a session, with its own time where it was shorter. */
export function CourseAttendancePage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  const held = vault.caseload.find(id);
  if (held?.record.kind !== 'course-attendance') {
    return <NotHere title={words.t('training.title')} listPlace={PLACES.training} />;
  }
  return <FactsPage held={held} backTo={PLACES.courseSession(courseAttendanceFieldsOf(held).session ?? '')} />;
}
