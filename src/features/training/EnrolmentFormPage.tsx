import type { CaseRecord } from '../../device/open-vault.ts';
import { NOTE_LENGTH_MAX, SHORT_TEXT_LENGTH_MAX } from '../../domain/primitives.ts';
import { Card } from '../../ui/Card.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { enrolmentFieldsOf } from '../course-records.ts';
import { bindText } from '../field-values.ts';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { RecordFormFrame } from '../record-form-frame.tsx';
import { recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import { useRecordForm } from '../use-record-form.ts';

type EnrolmentFormPageProps = {
  /** The enrolment to correct. */
  readonly id?: string | undefined;
  /** The course a new one is for. */
  readonly courseId?: string | undefined;
};

/** Enrols an operator in a course, or corrects the enrolment with `id`. */
export function EnrolmentFormPage({ id, courseId }: EnrolmentFormPageProps) {
  const { vault, words } = useSession();
  const existing = id === undefined ? undefined : vault.caseload.find(id);
  const course = vault.caseload.find(courseId ?? (existing && enrolmentFieldsOf(existing).course) ?? '');
  const isThere = id === undefined || existing?.record.kind === 'enrolment';
  if (!isThere || course?.record.kind !== 'course') {
    return <NotHere title={words.t('training.title')} listPlace={PLACES.training} />;
  }
  return <EnrolmentForm existing={existing} course={course} />;
}

function EnrolmentForm({
  existing,
  course,
}: {
  readonly existing: CaseRecord | undefined;
  readonly course: CaseRecord;
}) {
  const { vault, words, municipalityName } = useSession();
  const { t } = words;
  const id = existing?.record.id;
  const form = useRecordForm({
    draftKey: id === undefined ? `enrolment:new:${course.record.id}` : `enrolment:edit:${id}`,
    kind: 'enrolment',
    existing,
    initial: id === undefined ? { course: course.record.id, municipality: municipalityName } : undefined,
  });
  const isRestWrong = ['phone', 'note'].some((field) => form.problemOf(field) !== undefined);
  const other = form.problemOf('familyName')?.other;
  return (
    <RecordFormFrame
      form={form}
      existing={existing}
      title={t(id === undefined ? 'training.enrol' : 'training.correctEnrolment')}
      subtitle={recordTitle(vault, words, course)}
      backTo={id === undefined ? PLACES.course(course.record.id) : PLACES.enrolment(id)}
    >
      <Card>
        <Stack>
          <TextField
            {...bindText(words, form, 'enrolment', 'givenName')}
            autoCapitalize="words"
            maxLength={SHORT_TEXT_LENGTH_MAX}
          />
          <TextField
            {...bindText(words, form, 'enrolment', 'familyName')}
            autoCapitalize="words"
            maxLength={SHORT_TEXT_LENGTH_MAX}
          />
          {other !== undefined && <a href={PLACES.enrolment(other)}>{t('training.openOther')}</a>}
          <TextField
            {...bindText(words, form, 'enrolment', 'municipality')}
            hint={t('training.municipalityHint')}
            autoCapitalize="words"
            maxLength={SHORT_TEXT_LENGTH_MAX}
          />
          <TextField {...bindText(words, form, 'enrolment', 'office')} maxLength={SHORT_TEXT_LENGTH_MAX} />
          <TextField
            {...bindText(words, form, 'enrolment', 'email')}
            type="email"
            dir="ltr"
            autoCapitalize="none"
            maxLength={254}
          />
        </Stack>
      </Card>
      <Card>
        <Disclosure label={t('record.moreFields')} open={isRestWrong}>
          <Stack>
            <TextField {...bindText(words, form, 'enrolment', 'phone')} type="tel" dir="ltr" maxLength={40} />
            <TextArea {...bindText(words, form, 'enrolment', 'note')} rows={3} maxLength={NOTE_LENGTH_MAX} />
          </Stack>
        </Disclosure>
      </Card>
    </RecordFormFrame>
  );
}
