import { COURSE_MINUTES_MAX, PROGRAMME_LENGTH_MAX } from '../../domain/kinds/course.ts';
import { EVENT_STATES } from '../../domain/lists/event-states.ts';
import { NOTE_LENGTH_MAX, SHORT_TEXT_LENGTH_MAX } from '../../domain/primitives.ts';
import { PROJECT_CODES } from '../../domain/project-codes.ts';
import { Card } from '../../ui/Card.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { bindField, bindText } from '../field-values.ts';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { RecordDateField } from '../record-date-field.tsx';
import { RecordFormFrame } from '../record-form-frame.tsx';
import { useSession } from '../session.ts';
import { useRecordForm } from '../use-record-form.ts';
import { DRAFT_KEYS } from '../waiting-drafts.ts';
import { MinutesField } from './MinutesField.tsx';

/** Writes a course, or corrects the one with `id`. */
export function CourseFormPage({ id }: { readonly id?: string | undefined }) {
  const { vault, words } = useSession();
  if (id !== undefined && vault.caseload.find(id)?.record.kind !== 'course') {
    return <NotHere title={words.t('training.title')} listPlace={PLACES.training} />;
  }
  return <CourseForm id={id} />;
}

const REST = ['programme', 'plannedMinutes', 'state', 'prog', 'cup', 'note'];

function CourseForm({ id }: { readonly id: string | undefined }) {
  const { vault, words, today } = useSession();
  const { t } = words;
  const existing = id === undefined ? undefined : vault.caseload.find(id);
  const form = useRecordForm({
    draftKey: id === undefined ? DRAFT_KEYS.newCourse : `course:edit:${id}`,
    kind: 'course',
    existing,
    initial: id === undefined ? { startDate: today(), state: 'PLAN', ...PROJECT_CODES } : undefined,
  });
  const isRestWrong = REST.some((field) => form.problemOf(field) !== undefined);
  return (
    <RecordFormFrame
      form={form}
      existing={existing}
      title={t(id === undefined ? 'training.new' : 'training.correct')}
      backTo={id === undefined ? PLACES.training : PLACES.course(id)}
      // Sessions and enrolments come next, and they begin on the course's page.
      next={id === undefined ? PLACES.course(form.recordId) : undefined}
    >
      <Card>
        <Stack>
          <TextField
            {...bindText(words, form, 'course', 'title')}
            autoCapitalize="sentences"
            maxLength={SHORT_TEXT_LENGTH_MAX}
          />
          <RecordDateField form={form} kind="course" field="startDate" future hinted />
          <RecordDateField form={form} kind="course" field="endDate" future />
          <TextField {...bindText(words, form, 'course', 'place')} maxLength={SHORT_TEXT_LENGTH_MAX} />
        </Stack>
      </Card>
      <Card>
        <Disclosure label={t('record.moreFields')} open={isRestWrong}>
          <Stack>
            <MinutesField form={form} kind="course" field="plannedMinutes" max={COURSE_MINUTES_MAX} />
            <ChoiceChips
              {...bindField(words, form, 'course', 'state')}
              value={EVENT_STATES.find((state) => state === form.values.state)}
              onInput={(state) => state !== undefined && form.set('state', state)}
              choices={EVENT_STATES.map((value) => ({ value, label: words.list('eventState', value) }))}
            />
            <TextArea {...bindText(words, form, 'course', 'programme')} maxLength={PROGRAMME_LENGTH_MAX} />
            <TextArea {...bindText(words, form, 'course', 'note')} rows={3} maxLength={NOTE_LENGTH_MAX} />
            <TextField {...bindText(words, form, 'course', 'prog')} inputMode="numeric" maxLength={6} />
            <TextField {...bindText(words, form, 'course', 'cup')} autoCapitalize="characters" maxLength={15} />
          </Stack>
        </Disclosure>
      </Card>
    </RecordFormFrame>
  );
}
