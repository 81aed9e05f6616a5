import { useState } from 'preact/hooks';
import type { CaseRecord } from '../../device/open-vault.ts';
import { APPOINTMENT_STATES } from '../../domain/lists/appointment-states.ts';
import { NOTE_LENGTH_MAX, SHORT_TEXT_LENGTH_MAX } from '../../domain/primitives.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { personPlusIcon } from '../../ui/icons.ts';
import { Stack } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { TimeField } from '../../ui/TimeField.tsx';
import { bindField, bindText, stringOf } from '../field-values.ts';
import { NotHere } from '../not-here.tsx';
import { PersonField } from '../person-field.tsx';
import { PLACES } from '../places.ts';
import { RecordDateField } from '../record-date-field.tsx';
import { RecordFormFrame } from '../record-form-frame.tsx';
import { useSession } from '../session.ts';
import { type RecordForm, useRecordForm } from '../use-record-form.ts';
import { DRAFT_KEYS } from '../waiting-drafts.ts';

type AppointmentFormPageProps = {
  /** The appointment to correct. */
  readonly id?: string | undefined;
  /** With whom a new one is. */
  readonly person?: string | undefined;
};

/** Writes an appointment, or corrects the one with `id`. */
export function AppointmentFormPage({ id, person }: AppointmentFormPageProps) {
  const { vault, words } = useSession();
  const existing = id === undefined ? undefined : vault.caseload.find(id);
  if (id !== undefined && existing?.record.kind !== 'appointment') {
    return <NotHere title={words.t('agenda.title')} listPlace={PLACES.agenda} />;
  }
  return <AppointmentForm existing={existing} person={person} />;
}

function AppointmentForm({
  existing,
  person,
}: {
  readonly existing: CaseRecord | undefined;
  readonly person: string | undefined;
}) {
  const { words, today } = useSession();
  const { t } = words;
  const id = existing?.record.id;
  const form = useRecordForm({
    draftKey: id === undefined ? DRAFT_KEYS.newAppointment(person) : `appointment:edit:${id}`,
    kind: 'appointment',
    existing,
    initial:
      id === undefined
        ? { date: today(), state: 'PLAN', ...(person !== undefined && { beneficiary: person }) }
        : undefined,
  });
  return (
    <RecordFormFrame
      form={form}
      existing={existing}
      title={t(id === undefined ? 'agenda.new' : 'agenda.correct')}
      backTo={id === undefined ? PLACES.agenda : PLACES.appointment(id)}
    >
      <Fields form={form} isNew={id === undefined} />
    </RecordFormFrame>
  );
}

function Fields({ form, isNew }: { readonly form: RecordForm; readonly isNew: boolean }) {
  const { words } = useSession();
  const { t } = words;
  const [isAsking, setIsAsking] = useState(false);
  const isWithSomebody =
    isAsking || form.values.beneficiary !== undefined || form.problemOf('beneficiary') !== undefined;
  return (
    <>
      <Card>
        <Stack>
          <TextField
            {...bindText(words, form, 'appointment', 'what')}
            autoCapitalize="sentences"
            maxLength={SHORT_TEXT_LENGTH_MAX}
          />
          <RecordDateField form={form} kind="appointment" field="date" future hinted />
          <TimeField
            {...bindField(words, form, 'appointment', 'time')}
            value={stringOf(form.values.time)}
            onInput={(time) => form.set('time', time)}
          />
          {isWithSomebody ? (
            <PersonField form={form} kind="appointment" label={t('agenda.withWhom')} />
          ) : (
            <Button variant="quiet" icon={personPlusIcon} onClick={() => setIsAsking(true)}>
              {t('agenda.withSomebody')}
            </Button>
          )}
        </Stack>
      </Card>
      <Card>
        <Disclosure
          label={t('record.moreFields')}
          open={['place', 'note', 'state'].some((field) => form.problemOf(field) !== undefined)}
        >
          <Stack>
            <TextField {...bindText(words, form, 'appointment', 'place')} maxLength={SHORT_TEXT_LENGTH_MAX} />
            <TextArea {...bindText(words, form, 'appointment', 'note')} rows={3} maxLength={NOTE_LENGTH_MAX} />
            {!isNew && (
              <ChoiceChips
                {...bindField(words, form, 'appointment', 'state')}
                value={APPOINTMENT_STATES.find((state) => state === form.values.state)}
                onInput={(state) => state !== undefined && form.set('state', state)}
                choices={APPOINTMENT_STATES.map((value) => ({ value, label: words.list('appointmentState', value) }))}
              />
            )}
          </Stack>
        </Disclosure>
      </Card>
    </>
  );
}
