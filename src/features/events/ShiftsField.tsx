import type { JsonValue } from '../../domain/json-value.ts';
import { SHIFTS_MAX, type Shift } from '../../domain/kinds/event.ts';
import { SHORT_TEXT_LENGTH_MAX } from '../../domain/primitives.ts';
import { Button } from '../../ui/Button.tsx';
import { FieldWords } from '../../ui/Field.tsx';
import { closeIcon, plusIcon } from '../../ui/icons.ts';
import { Note } from '../../ui/Note.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { TimeField } from '../../ui/TimeField.tsx';
import { attendancesOf } from '../event-records.ts';
import { bindField } from '../field-values.ts';
import { useSession } from '../session.ts';
import type { RecordForm } from '../use-record-form.ts';
import { shiftsIn, shiftsLeft } from './shift-rows.ts';

/** The parts of an event, for the few that have several. */
export function ShiftsField({ form }: { readonly form: RecordForm }) {
  const { vault, words } = useSession();
  const { t } = words;
  const { label, error } = bindField(words, form, 'event', 'shifts');
  const shifts = shiftsIn(form.values);
  const write = (next: readonly Shift[]) =>
    form.set('shifts', next.length === 0 ? undefined : ([...next] as JsonValue));
  const change = (at: number, part: Partial<Record<keyof Shift, string | undefined>>) =>
    write(shifts.map((shift, index) => (index === at ? withPart(shift, part) : shift)));
  return (
    <fieldset class={error === undefined ? 'field' : 'field field-wrong'}>
      <legend class="field-head">{label}</legend>
      <Stack>
        {shifts.map((shift, index) => {
          const i = index + 1;
          return (
            <Stack key={index} inline>
              <TextField
                label={t('events.shiftNameOf', { i })}
                value={shift.label}
                onInput={(text) => change(index, { label: text })}
                maxLength={SHORT_TEXT_LENGTH_MAX}
              />
              <TimeField
                label={t('events.shiftFrom', { i })}
                value={shift.from}
                onInput={(from) => change(index, { from })}
              />
              <TimeField label={t('events.shiftTo', { i })} value={shift.to} onInput={(to) => change(index, { to })} />
              <Button
                variant="quiet"
                icon={closeIcon}
                onClick={() => write(shifts.filter((_, other) => other !== index))}
              >
                {t('events.removeShift', { i })}
              </Button>
            </Stack>
          );
        })}
        {shifts.length < SHIFTS_MAX && (
          <Button variant="quiet" icon={plusIcon} onClick={() => write([...shifts, { label: '' }])}>
            {t('events.addShift')}
          </Button>
        )}
      </Stack>
      {[...shiftsLeft(attendancesOf(vault, form.recordId), form.values)].map(([shift, n]) => (
        <Note key={shift} tone="wait" role="status">
          {t('events.shiftLeft', { shift, n })}
        </Note>
      ))}
      <FieldWords id="event-shifts" hint={t('events.shiftsHint')} error={error} />
    </fieldset>
  );
}

/** Without the part where it was emptied: what is not known is not there. */
function withPart(shift: Shift, part: Partial<Record<keyof Shift, string | undefined>>): Shift {
  const { from, to, label } = { ...shift, ...part };
  return { label: label ?? '', ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}
