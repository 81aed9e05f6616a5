import type { CaseRecord } from '../../device/open-vault.ts';
import { SESSION_MINUTES_MAX } from '../../domain/kinds/course-session.ts';
import { NOTE_LENGTH_MAX, SHORT_TEXT_LENGTH_MAX } from '../../domain/primitives.ts';
import { Card } from '../../ui/Card.tsx';
import { Note } from '../../ui/Note.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { TimeField } from '../../ui/TimeField.tsx';
import { courseFieldsOf, sessionFieldsOf } from '../course-records.ts';
import { bindField, bindText, stringOf } from '../field-values.ts';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { RecordDateField } from '../record-date-field.tsx';
import { RecordFormFrame } from '../record-form-frame.tsx';
import { recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import { useRecordForm } from '../use-record-form.ts';
import { MinutesField } from './MinutesField.tsx';
import { findFewerByClock, USUAL_MINUTES, withTime } from './session-minutes.ts';

type SessionFormPageProps = {
  /** The session to correct. */
  readonly id?: string | undefined;
  /** The course a new one belongs to. */
  readonly courseId?: string | undefined;
};

/** Writes a session of a course, or corrects the one with `id`. */
export function SessionFormPage({ id, courseId }: SessionFormPageProps) {
  const { vault, words } = useSession();
  const existing = id === undefined ? undefined : vault.caseload.find(id);
  const course = vault.caseload.find(courseId ?? (existing && sessionFieldsOf(existing).course) ?? '');
  const isThere = id === undefined || existing?.record.kind === 'course-session';
  if (!isThere || course?.record.kind !== 'course') {
    return <NotHere title={words.t('training.title')} listPlace={PLACES.training} />;
  }
  return <SessionForm existing={existing} course={course} />;
}

function SessionForm({ existing, course }: { readonly existing: CaseRecord | undefined; readonly course: CaseRecord }) {
  const { vault, words, today } = useSession();
  const { t } = words;
  const id = existing?.record.id;
  const { place } = courseFieldsOf(course);
  const form = useRecordForm({
    draftKey: id === undefined ? `course-session:new:${course.record.id}` : `course-session:edit:${id}`,
    kind: 'course-session',
    existing,
    initial:
      id === undefined
        ? { course: course.record.id, date: today(), minutes: USUAL_MINUTES, ...(place !== undefined && { place }) }
        : undefined,
  });
  const byClock = findFewerByClock(form.values);
  const time = (field: 'startTime' | 'endTime') => (
    <TimeField
      {...bindField(words, form, 'course-session', field)}
      value={stringOf(form.values[field])}
      onInput={(chosen) => form.setMany(withTime(form.values, field, chosen, id === undefined))}
    />
  );
  return (
    <RecordFormFrame
      form={form}
      existing={existing}
      title={t(id === undefined ? 'training.newSession' : 'training.correctSession')}
      subtitle={recordTitle(vault, words, course)}
      backTo={id === undefined ? PLACES.course(course.record.id) : PLACES.courseSession(id)}
    >
      <Card>
        <Stack>
          <RecordDateField form={form} kind="course-session" field="date" future hinted />
          <Stack inline>
            {time('startTime')}
            {time('endTime')}
          </Stack>
          <MinutesField form={form} kind="course-session" field="minutes" max={SESSION_MINUTES_MAX} />
          {byClock !== undefined && (
            <Note tone="wait" role="status">
              {t('training.moreThanTimes', { n: byClock })}
            </Note>
          )}
          <TextField {...bindText(words, form, 'course-session', 'place')} maxLength={SHORT_TEXT_LENGTH_MAX} />
          <TextField {...bindText(words, form, 'course-session', 'trainer')} maxLength={SHORT_TEXT_LENGTH_MAX} />
          <TextArea {...bindText(words, form, 'course-session', 'note')} rows={3} maxLength={NOTE_LENGTH_MAX} />
        </Stack>
      </Card>
    </RecordFormFrame>
  );
}
