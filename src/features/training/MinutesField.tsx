import { NumberField } from '../../ui/NumberField.tsx';
import { bindField, numberOf } from '../field-values.ts';
import { useSession } from '../session.ts';
import type { RecordForm } from '../use-record-form.ts';

type MinutesFieldProps = {
  readonly form: RecordForm;
  readonly kind: string;
  readonly field: string;
  readonly max: number;
};

/** A length in minutes, kept with the draft while it is half typed. */
export function MinutesField({ form, kind, field, max }: MinutesFieldProps) {
  const { words } = useSession();
  return (
    <NumberField
      {...bindField(words, form, kind, field)}
      value={numberOf(form.values[field])}
      typed={form.typedIn(field)}
      onInput={(minutes, typed) => form.setTyped(field, minutes, typed)}
      min={1}
      max={max}
      suffix={words.t('training.minutesUnit')}
      unreadable={words.t('training.minutesUnreadable', { max })}
    />
  );
}
