import { useState } from 'preact/hooks';
import { type OpenSpan, WEEKDAYS } from '../../domain/opening-hours.ts';
import { Button } from '../../ui/Button.tsx';
import { FieldWords } from '../../ui/Field.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { bindField } from '../field-values.ts';
import { weekdayName } from '../opening-words.ts';
import { useSession } from '../session.ts';
import type { RecordForm } from '../use-record-form.ts';
import { hoursToText, parseHours } from './parse-hours.ts';

const MONDAY = 1;
const WORKDAYS = [2, 3, 4, 5] as const;

const hoursOf = (form: RecordForm): readonly OpenSpan[] =>
  (Array.isArray(form.values.hours) ? form.values.hours : []) as OpenSpan[];

/** What was typed for a day and cannot be read yet stands in the draft under a name of its own. */
const typedName = (day: number): string => `hours.${day}`;

/** One line of text a day, as it is written on the door: fast by keyboard, and copied for the days that are alike. */
export function HoursField({ form }: { readonly form: RecordForm }) {
  const { words } = useSession();
  const { t } = words;
  // As typed: "9-1" must not become "9-1:00" on the way to "9-13".
  const [texts, setTexts] = useState<Readonly<Record<number, string>>>(() =>
    Object.fromEntries(
      WEEKDAYS.map((day) => [
        day,
        form.typedIn(typedName(day)) ?? hoursToText(hoursOf(form).filter((span) => span.day === day)),
      ]),
    ),
  );

  function write(changed: Readonly<Record<number, string>>): void {
    const next = { ...texts, ...changed };
    setTexts(next);
    const read = WEEKDAYS.map((day) => ({ day, spans: parseHours(next[day] ?? '') }));
    const hours = read.flatMap(({ day, spans }) => (spans ?? []).map((span) => ({ day, ...span })));
    form.setMany({
      hours: hours.length === 0 ? undefined : hours,
      ...Object.fromEntries(WEEKDAYS.map((day) => [typedName(day), undefined])),
    });
    for (const { day, spans } of read) {
      if (spans === undefined) form.setTyped(typedName(day), undefined, next[day] ?? '');
    }
  }

  const monday = texts[MONDAY] ?? '';
  const { label, error } = bindField(words, form, 'office', 'hours');
  return (
    <fieldset class={error === undefined ? 'field' : 'field field-wrong'}>
      <legend class="field-head">{label}</legend>
      <Stack>
        {WEEKDAYS.map((day) => (
          <TextField
            key={day}
            label={weekdayName(words, day)}
            placeholder={t('offices.hoursExample')}
            error={form.problemOf(typedName(day)) && t('offices.hoursUnreadable')}
            value={texts[day] ?? ''}
            onInput={(text) => write({ [day]: text })}
          />
        ))}
        {monday.trim() !== '' && (
          <Button variant="quiet" onClick={() => write(Object.fromEntries(WORKDAYS.map((day) => [day, monday])))}>
            {t('offices.copyMonday')}
          </Button>
        )}
      </Stack>
      <FieldWords id="office-hours" hint={t('offices.hoursHint')} error={error} />
    </fieldset>
  );
}
