import type { CaseRecord } from '../../device/open-vault.ts';
import { newMonthFields } from '../housing-months.ts';
import { FormOfPlacement, type FormOfPlacementProps } from '../of-placement.tsx';
import { PLACES } from '../places.ts';
import { RecordFormFrame } from '../record-form-frame.tsx';
import { recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import { useRecordForm } from '../use-record-form.ts';
import { MonthFields } from './MonthFields.tsx';

/** Tells how a month in the home went, or corrects the situation with `id`; `month` is the one that was asked for. */
export const MonthFormPage = ({ month, ...asked }: FormOfPlacementProps & { readonly month?: string | undefined }) => (
  <FormOfPlacement kind="monthly-situation" {...asked}>
    {(found) => <MonthForm {...found} month={month} />}
  </FormOfPlacement>
);

type MonthFormProps = {
  readonly existing: CaseRecord | undefined;
  readonly placement: CaseRecord;
  readonly month: string | undefined;
};

function MonthForm({ existing, placement, month }: MonthFormProps) {
  const { vault, words, today } = useSession();
  const id = existing?.record.id;
  const placementId = placement.record.id;
  const form = useRecordForm({
    draftKey: id === undefined ? `month:new:${placementId}:${month ?? ''}` : `month:edit:${id}`,
    kind: 'monthly-situation',
    existing,
    initial: id === undefined ? newMonthFields(vault, placement, { month, today: today() }) : undefined,
  });
  return (
    <RecordFormFrame
      form={form}
      existing={existing}
      title={words.t(id === undefined ? 'month.new' : 'month.correct')}
      subtitle={recordTitle(vault, words, placement)}
      backTo={id === undefined ? PLACES.placement(placementId) : PLACES.month(id)}
    >
      <MonthFields form={form} existing={existing} placement={placement} />
    </RecordFormFrame>
  );
}
