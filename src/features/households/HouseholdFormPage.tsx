import type { CaseRecord } from '../../device/open-vault.ts';
import { NOTE_LENGTH_MAX, SHORT_TEXT_LENGTH_MAX } from '../../domain/primitives.ts';
import { Card } from '../../ui/Card.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { bindText } from '../field-values.ts';
import { PLACES } from '../places.ts';
import { RecordFormFrame } from '../record-form-frame.tsx';
import { useSession } from '../session.ts';
import { useRecordForm } from '../use-record-form.ts';
import { HouseholdOrNot } from './HouseholdOrNot.tsx';

/** Corrects what a household is called. A new one is made by a tap, without a form. */
export function HouseholdFormPage({ id }: { readonly id: string }) {
  return <HouseholdOrNot id={id}>{(household) => <HouseholdForm existing={household} />}</HouseholdOrNot>;
}

function HouseholdForm({ existing }: { readonly existing: CaseRecord }) {
  const { words } = useSession();
  const { t } = words;
  const { id } = existing.record;
  const form = useRecordForm({ draftKey: `household:edit:${id}`, kind: 'household', existing });
  return (
    <RecordFormFrame form={form} existing={existing} title={t('households.correct')} backTo={PLACES.household(id)}>
      <Card>
        <Stack>
          <TextField
            {...bindText(words, form, 'household', 'name')}
            hint={t('households.nameHint')}
            autoCapitalize="words"
            maxLength={SHORT_TEXT_LENGTH_MAX}
          />
          <TextField
            {...bindText(words, form, 'household', 'area')}
            hint={t('households.areaHint')}
            autoCapitalize="words"
            maxLength={SHORT_TEXT_LENGTH_MAX}
          />
          <TextArea {...bindText(words, form, 'household', 'note')} rows={3} maxLength={NOTE_LENGTH_MAX} />
        </Stack>
      </Card>
    </RecordFormFrame>
  );
}
