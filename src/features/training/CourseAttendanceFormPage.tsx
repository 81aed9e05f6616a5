import type { CaseRecord } from '../../device/open-vault.ts';
import { SESSION_MINUTES_MAX } from '../../domain/kinds/course-session.ts';
import { Card } from '../../ui/Card.tsx';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { RecordFormFrame } from '../record-form-frame.tsx';
import { useSession } from '../session.ts';
import { useRecordForm } from '../use-record-form.ts';
import { MinutesField } from './MinutesField.tsx';

/** Corrects how long somebody was at a session; new presences are ticked on the session's page. */
export function CourseAttendanceFormPage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  const held = vault.caseload.find(id);
  if (held?.record.kind !== 'course-attendance') {
    return <NotHere title={words.t('training.title')} listPlace={PLACES.training} />;
  }
  return <TimeForm existing={held} />;
}

function TimeForm({ existing }: { readonly existing: CaseRecord }) {
  const { words } = useSession();
  const { id } = existing.record;
  const form = useRecordForm({ draftKey: `course-attendance:edit:${id}`, kind: 'course-attendance', existing });
  return (
    <RecordFormFrame
      form={form}
      existing={existing}
      title={words.t('training.correctTime')}
      backTo={PLACES.courseAttendance(id)}
    >
      <Card>
        <MinutesField form={form} kind="course-attendance" field="minutes" max={SESSION_MINUTES_MAX} />
      </Card>
    </RecordFormFrame>
  );
}
