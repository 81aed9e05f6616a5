import { Card } from '../../ui/Card.tsx';
import { RecordDateField } from '../record-date-field.tsx';
import { useSession } from '../session.ts';
import type { RecordForm } from '../use-record-form.ts';

/** The day on which people leave one household and come into another: `toDate` of where they were. */
export function MoveDay({ form }: { readonly form: RecordForm }) {
  const { t } = useSession().words;
  return (
    <Card>
      <RecordDateField
        form={form}
        kind="household-member"
        field="toDate"
        label={t('households.onDay')}
        hint={t('record.dateHint')}
      />
    </Card>
  );
}
