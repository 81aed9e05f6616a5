import type { CaseRecord } from '../../device/open-vault.ts';
import { WAITING_REASONS_AT } from '../../domain/lists/waiting-reasons.ts';
import { SHORT_TEXT_LENGTH_MAX } from '../../domain/primitives.ts';
import { Card } from '../../ui/Card.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { bindField, bindText } from '../field-values.ts';
import { placementFieldsOf, stageOf } from '../housing-path.ts';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { RecordDateField } from '../record-date-field.tsx';
import { RecordFormFrame } from '../record-form-frame.tsx';
import { useSession } from '../session.ts';
import { useRecordForm } from '../use-record-form.ts';

/** Says why a household waits where it is, and what is due next: four fields of the placement, without the long form around them. */
export function NowFormPage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  const held = vault.caseload.find(id);
  if (held?.record.kind !== 'placement') {
    return <NotHere title={words.t('housing.title')} listPlace={PLACES.housing} />;
  }
  return <NowForm existing={held} />;
}

function NowForm({ existing }: { readonly existing: CaseRecord }) {
  const { words } = useSession();
  const { t } = words;
  const { id } = existing.record;
  const form = useRecordForm({ draftKey: `placement:now:${id}`, kind: 'placement', existing });
  const reasons = WAITING_REASONS_AT[stageOf(placementFieldsOf(existing))];
  return (
    <RecordFormFrame form={form} existing={existing} title={t('path.formTitle')} backTo={PLACES.placement(id)}>
      <Card>
        <Stack>
          <ChoiceChips
            {...bindField(words, form, 'placement', 'waitingReason')}
            value={reasons.find((reason) => reason === form.values.waitingReason)}
            onInput={(reason) => form.set('waitingReason', reason)}
            choices={reasons.map((value) => ({ value, label: words.list('waitingReason', value) }))}
          />
          <TextField
            {...bindText(words, form, 'placement', 'nextStep')}
            autoCapitalize="sentences"
            maxLength={SHORT_TEXT_LENGTH_MAX}
          />
          <RecordDateField form={form} kind="placement" field="nextStepDate" future hinted />
          <TextField
            {...bindText(words, form, 'placement', 'nextStepBy')}
            autoCapitalize="words"
            maxLength={SHORT_TEXT_LENGTH_MAX}
          />
        </Stack>
      </Card>
    </RecordFormFrame>
  );
}
