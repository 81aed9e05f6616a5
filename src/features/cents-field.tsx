import { MoneyField } from '../ui/MoneyField.tsx';
import { bindField, numberOf } from './field-values.ts';
import { useSession } from './session.ts';
import type { RecordForm } from './use-record-form.ts';

type CentsFieldProps = {
  readonly form: RecordForm;
  readonly kind: string;
  readonly field: string;
  readonly hint?: string | undefined;
};

/** A sum of a record: as people write it, and kept with the draft while it is half written. */
export function CentsField({ form, kind, field, hint }: CentsFieldProps) {
  const { words } = useSession();
  return (
    <MoneyField
      {...bindField(words, form, kind, field)}
      value={numberOf(form.values[field])}
      typed={form.typedIn(field)}
      onInput={(cents, typed) => form.setTyped(field, cents, typed)}
      locale={words.locale}
      unreadable={words.t('record.moneyUnreadable')}
      hint={hint}
    />
  );
}
