import { ATTENDANCE_COUNT_MAX, ATTENDANCE_MINUTES_MAX } from '../../domain/kinds/attendance.ts';
import { AGE_BRACKETS } from '../../domain/lists/age-brackets.ts';
import { ATTENDEES, EVENT_ROLES } from '../../domain/lists/attendees.ts';
import { GENDERS } from '../../domain/lists/genders.ts';
import { NOTE_LENGTH_MAX, SHORT_TEXT_LENGTH_MAX } from '../../domain/primitives.ts';
import { Card } from '../../ui/Card.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { Stepper } from '../../ui/Stepper.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { eventFieldsOf } from '../event-records.ts';
import { bindField, bindText, numberOf, stringOf } from '../field-values.ts';
import { useSession } from '../session.ts';
import type { RecordForm } from '../use-record-form.ts';

type FormPart = { readonly form: RecordForm };

/** Role, shift, hours and note of everybody; more about somebody without a record. */
export function AttendanceFields({ form }: FormPart) {
  const { vault, words } = useSession();
  const { t } = words;
  const { beneficiary, card, event } = form.values;
  const held = vault.caseload.find(stringOf(event) ?? '');
  const shifts = held === undefined ? [] : (eventFieldsOf(held).shifts ?? []);
  return (
    <Card>
      <Stack>
        {beneficiary === undefined && card === undefined && <UnknownFields form={form} />}
        <ChoiceChips
          {...bindField(words, form, 'attendance', 'role')}
          value={EVENT_ROLES.find((role) => role === form.values.role)}
          onInput={(role) => role !== undefined && form.set('role', role)}
          choices={EVENT_ROLES.map((value) => ({ value, label: words.list('eventRole', value) }))}
        />
        {shifts.length > 0 && (
          <ChoiceChips
            {...bindField(words, form, 'attendance', 'shift')}
            value={stringOf(form.values.shift)}
            onInput={(shift) => form.set('shift', shift)}
            choices={shifts.map(({ label }) => ({ value: label, label }))}
          />
        )}
        <NumberField
          {...bindField(words, form, 'attendance', 'minutes')}
          value={numberOf(form.values.minutes)}
          typed={form.typedIn('minutes')}
          onInput={(number, typed) => form.setTyped('minutes', number, typed)}
          min={0}
          max={ATTENDANCE_MINUTES_MAX}
          suffix={t('events.minutesUnit')}
          unreadable={t('events.minutesUnreadable')}
        />
        <TextArea {...bindText(words, form, 'attendance', 'note')} rows={2} maxLength={NOTE_LENGTH_MAX} />
      </Stack>
    </Card>
  );
}

function UnknownFields({ form }: FormPart) {
  const { words } = useSession();
  const { t } = words;
  return (
    <>
      <ChoiceChips
        {...bindField(words, form, 'attendance', 'attendee')}
        value={ATTENDEES.find((attendee) => attendee === form.values.attendee)}
        onInput={(attendee) => attendee !== undefined && form.set('attendee', attendee)}
        choices={ATTENDEES.map((value) => ({ value, label: words.list('attendee', value) }))}
      />
      <Stepper
        {...bindField(words, form, 'attendance', 'count')}
        value={numberOf(form.values.count) ?? 1}
        onInput={(count) => form.set('count', count === 1 ? undefined : count)}
        min={1}
        max={ATTENDANCE_COUNT_MAX}
        lessLabel={t('events.countLess')}
        moreLabel={t('events.countMore')}
      />
      <TextField {...bindText(words, form, 'attendance', 'nickname')} maxLength={SHORT_TEXT_LENGTH_MAX} />
      <ChoiceChips
        {...bindField(words, form, 'attendance', 'gender')}
        value={GENDERS.find((gender) => gender === form.values.gender)}
        onInput={(gender) => form.set('gender', gender)}
        choices={GENDERS.map((value) => ({ value, label: words.list('gender', value) }))}
      />
      <ChoiceChips
        {...bindField(words, form, 'attendance', 'ageBracket')}
        value={AGE_BRACKETS.find((bracket) => bracket === form.values.ageBracket)}
        onInput={(bracket) => form.set('ageBracket', bracket)}
        choices={AGE_BRACKETS.map((value) => ({ value, label: words.list('ageBracket', value) }))}
      />
    </>
  );
}
