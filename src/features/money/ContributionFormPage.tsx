import type { CaseRecord } from '../../device/open-vault.ts';
import { newContributionFields } from '../money-records.ts';
import { FormOfPlacement, type FormOfPlacementProps } from '../of-placement.tsx';
import { PLACES } from '../places.ts';
import { RecordFormFrame } from '../record-form-frame.tsx';
import { recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import { useRecordForm } from '../use-record-form.ts';
import { withCeiling } from '../with-ceiling.ts';
import { ContributionFields } from './ContributionFields.tsx';

/** Writes a contribution to a household, or corrects the one with `id`. */
export const ContributionFormPage = (asked: FormOfPlacementProps) => (
  <FormOfPlacement kind="contribution" {...asked}>
    {(found) => <ContributionForm {...found} />}
  </FormOfPlacement>
);

type ContributionFormProps = { readonly existing: CaseRecord | undefined; readonly placement: CaseRecord };

function ContributionForm({ existing, placement }: ContributionFormProps) {
  const { vault, words, today } = useSession();
  const id = existing?.record.id;
  const placementId = placement.record.id;
  const form = useRecordForm({
    draftKey: id === undefined ? `contribution:new:${placementId}` : `contribution:edit:${id}`,
    kind: 'contribution',
    existing,
    initial: id === undefined ? withCeiling(vault, newContributionFields(vault, placement, today())) : undefined,
  });
  return (
    <RecordFormFrame
      form={form}
      existing={existing}
      title={words.t(id === undefined ? 'money.new' : 'money.correct')}
      subtitle={recordTitle(vault, words, placement)}
      backTo={id === undefined ? PLACES.placementMoney(placementId) : PLACES.contribution(id)}
    >
      <ContributionFields form={form} isNew={existing === undefined} />
    </RecordFormFrame>
  );
}
