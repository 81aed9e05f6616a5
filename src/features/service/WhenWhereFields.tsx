import { MINUTES_MAX } from '../../domain/kinds/service.ts';
import { SHORT_TEXT_LENGTH_MAX } from '../../domain/primitives.ts';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { TimeField } from '../../ui/TimeField.tsx';
import { bindField, bindText } from '../field-values.ts';
import { RecordDateField } from '../record-date-field.tsx';
import { useSession } from '../session.ts';
import { PlaceFields } from './PlaceFields.tsx';
import { type ServiceFormPart, serviceValues } from './service-form.ts';

/** When, where, for how long and by whom: all there already, unfolded only to change it. */
export function WhenWhereFields({ form, habits }: ServiceFormPart) {
  const { words } = useSession();
  const { time, minutes, givenBy } = serviceValues(form);
  return (
    <Stack>
      <RecordDateField form={form} kind="service" field="date" hinted />
      <TimeField
        {...bindField(words, form, 'service', 'time')}
        value={time}
        onInput={(chosen) => form.set('time', chosen)}
      />
      <PlaceFields form={form} habits={habits} />
      <NumberField
        {...bindField(words, form, 'service', 'minutes')}
        mark={words.t('service.canSkip')}
        value={minutes}
        min={1}
        max={MINUTES_MAX}
        suffix={words.t('service.minutesUnit')}
        unreadable={words.t('service.minutesUnreadable')}
        typed={form.typedIn('minutes')}
        onInput={(number, typed) => form.setTyped('minutes', number, typed)}
      />
      {habits.givers.length > 0 && (
        <ChoiceChips
          label={words.t('service.recentGivers')}
          value={givenBy}
          choices={habits.givers.map((name) => ({ value: name, label: name }))}
          onInput={(name) => form.set('givenBy', name)}
        />
      )}
      <TextField
        {...bindText(words, form, 'service', 'givenBy')}
        hint={words.t('service.givenByHint')}
        maxLength={SHORT_TEXT_LENGTH_MAX}
      />
    </Stack>
  );
}
