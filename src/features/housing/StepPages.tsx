import type { CaseRecord } from '../../device/open-vault.ts';
import { NOTE_LENGTH_MAX } from '../../domain/primitives.ts';
import { Card } from '../../ui/Card.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { bindText } from '../field-values.ts';
import { NotHere } from '../not-here.tsx';
import { PageOfPlacement } from '../of-placement.tsx';
import { PLACES } from '../places.ts';
import { RecordDateField } from '../record-date-field.tsx';
import { RecordFormFrame } from '../record-form-frame.tsx';
import { useSession } from '../session.ts';
import { useRecordForm } from '../use-record-form.ts';

const KIND = 'stage-step';

/** One move of a household along the pathway. */
export const StepPage = ({ id }: { readonly id: string }) => <PageOfPlacement kind={KIND} id={id} />;

/** Corrects the day of a move, or why it was made; the move itself is made in the placement. */
export function StepFormPage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  const held = vault.caseload.find(id);
  if (held?.record.kind !== KIND) return <NotHere title={words.t('housing.title')} listPlace={PLACES.housing} />;
  return <StepForm existing={held} />;
}

function StepForm({ existing }: { readonly existing: CaseRecord }) {
  const { words } = useSession();
  const { id } = existing.record;
  const form = useRecordForm({ draftKey: `stage-step:edit:${id}`, kind: KIND, existing });
  return (
    <RecordFormFrame form={form} existing={existing} title={words.t('path.correctStep')} backTo={PLACES.stageStep(id)}>
      <Card>
        <Stack>
          <RecordDateField form={form} kind={KIND} field="date" hinted />
          <TextArea {...bindText(words, form, KIND, 'reason')} rows={2} maxLength={NOTE_LENGTH_MAX} />
        </Stack>
      </Card>
    </RecordFormFrame>
  );
}
