import type { ComponentChildren } from 'preact';
import { parseDateText } from '../i18n/parse-date-text.ts';
import { DateField } from '../ui/DateField.tsx';
import { bindField, stringOf } from './field-values.ts';
import { readBack } from './moment-words.ts';
import { useSession } from './session.ts';
import type { RecordForm } from './use-record-form.ts';

type RecordDateFieldProps = {
  readonly form: RecordForm;
  readonly kind: string;
  readonly field: string;
  /** "3/11" is the next 3 November, not the last one. */
  readonly future?: boolean | undefined;
  /** "3/11" is the 3 November that is nearer, gone or to come. */
  readonly nearest?: boolean | undefined;
  /** Says how a date may be written: once a form, at its first. */
  readonly hinted?: boolean | undefined;
  /** What else there is to know of this one. */
  readonly hint?: string | undefined;
  /** Instead of the field's own label. */
  readonly label?: string | undefined;
  readonly mark?: ComponentChildren;
};

/** A date of a record: in the person's own words, and kept with the draft while it is half written. */
export function RecordDateField(props: RecordDateFieldProps) {
  const { form, kind, field, future = false, nearest = false, hinted = false, hint, label, mark } = props;
  const { words, today } = useSession();
  const binding = bindField(words, form, kind, field);
  return (
    <DateField
      {...binding}
      label={label ?? binding.label}
      value={stringOf(form.values[field])}
      typed={form.typedIn(field)}
      onInput={(value, typed) => form.setTyped(field, value, typed)}
      parse={(text) => parseDateText(text, today(), { future, nearest })}
      dateToText={(iso) => words.formatDate(iso)}
      readBack={(iso) => readBack(words, iso, today())}
      unreadable={words.t('record.dateUnreadable')}
      calendarLabel={words.t('record.calendar')}
      hint={hinted ? words.t(future || nearest ? 'record.dateAheadHint' : 'record.dateHint') : hint}
      mark={mark}
    />
  );
}
