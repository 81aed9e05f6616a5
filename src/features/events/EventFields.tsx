import { EXPECTED_PEOPLE_MAX, PARTNERS_LENGTH_MAX } from '../../domain/kinds/event.ts';
import { EVENT_STATES } from '../../domain/lists/event-states.ts';
import { EVENT_TYPES } from '../../domain/lists/event-types.ts';
import { PLACE_KINDS } from '../../domain/lists/place-kinds.ts';
import { NOTE_LENGTH_MAX, SHORT_TEXT_LENGTH_MAX } from '../../domain/primitives.ts';
import { Card } from '../../ui/Card.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { TimeField } from '../../ui/TimeField.tsx';
import { bindField, bindText, numberOf, stringOf } from '../field-values.ts';
import { RecordDateField } from '../record-date-field.tsx';
import { useSession } from '../session.ts';
import type { RecordForm } from '../use-record-form.ts';
import { ShiftsField } from './ShiftsField.tsx';

type FormPart = { readonly form: RecordForm };

/** Title, type, date and place; the rest waits under "more". */
export function EventFields({ form }: FormPart) {
  const { words } = useSession();
  const { t } = words;
  const isRestWrong = REST.some((field) => form.problemOf(field) !== undefined);
  return (
    <>
      <Card>
        <Stack>
          <TextField
            {...bindText(words, form, 'event', 'title')}
            autoCapitalize="sentences"
            maxLength={SHORT_TEXT_LENGTH_MAX}
          />
          <ChoiceChips
            label={t('events.whatQuestion')}
            error={bindField(words, form, 'event', 'type').error}
            value={EVENT_TYPES.find((type) => type === form.values.type)}
            onInput={(type) => form.set('type', type)}
            choices={EVENT_TYPES.map((value) => ({ value, label: words.list('eventType', value) }))}
          />
          <RecordDateField form={form} kind="event" field="date" future hinted />
          <TextField {...bindText(words, form, 'event', 'place')} maxLength={SHORT_TEXT_LENGTH_MAX} />
        </Stack>
      </Card>
      <Card>
        <Disclosure label={t('record.moreFields')} open={isRestWrong}>
          <Rest form={form} />
        </Disclosure>
      </Card>
    </>
  );
}

const REST = [
  'startTime',
  'endTime',
  'placeKind',
  'partners',
  'shifts',
  'expectedPeople',
  'state',
  'prog',
  'cup',
  'note',
];

function Rest({ form }: FormPart) {
  const { words } = useSession();
  const { t } = words;
  const time = (field: string) => (
    <TimeField
      {...bindField(words, form, 'event', field)}
      value={stringOf(form.values[field])}
      onInput={(chosen) => form.set(field, chosen)}
    />
  );
  return (
    <Stack>
      <Stack inline>
        {time('startTime')}
        {time('endTime')}
      </Stack>
      <ShiftsField form={form} />
      <ChoiceChips
        {...bindField(words, form, 'event', 'placeKind')}
        value={PLACE_KINDS.find((kind) => kind === form.values.placeKind)}
        onInput={(kind) => form.set('placeKind', kind)}
        choices={PLACE_KINDS.map((value) => ({ value, label: words.list('placeKind', value) }))}
      />
      <TextField {...bindText(words, form, 'event', 'partners')} maxLength={PARTNERS_LENGTH_MAX} />
      <NumberField
        {...bindField(words, form, 'event', 'expectedPeople')}
        value={numberOf(form.values.expectedPeople)}
        typed={form.typedIn('expectedPeople')}
        onInput={(number, typed) => form.setTyped('expectedPeople', number, typed)}
        min={1}
        max={EXPECTED_PEOPLE_MAX}
        unreadable={t('events.expectedNumber')}
      />
      <ChoiceChips
        {...bindField(words, form, 'event', 'state')}
        value={EVENT_STATES.find((state) => state === form.values.state)}
        onInput={(state) => state !== undefined && form.set('state', state)}
        choices={EVENT_STATES.map((value) => ({ value, label: words.list('eventState', value) }))}
      />
      <TextArea {...bindText(words, form, 'event', 'note')} rows={3} maxLength={NOTE_LENGTH_MAX} />
      <TextField {...bindText(words, form, 'event', 'prog')} inputMode="numeric" maxLength={6} />
      <TextField {...bindText(words, form, 'event', 'cup')} autoCapitalize="characters" maxLength={15} />
    </Stack>
  );
}
