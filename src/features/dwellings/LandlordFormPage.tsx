import type { CaseRecord } from '../../device/open-vault.ts';
import { LANDLORD_TYPES } from '../../domain/lists/landlord-types.ts';
import { LANGUAGES } from '../../domain/lists/languages.ts';
import { NOTE_LENGTH_MAX, SHORT_TEXT_LENGTH_MAX } from '../../domain/primitives.ts';
import { Card } from '../../ui/Card.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { Combo } from '../../ui/Combo.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { bindField, bindText, listOf, listToValue } from '../field-values.ts';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { RecordFormFrame } from '../record-form-frame.tsx';
import { RestrictedField } from '../restricted-field.tsx';
import { useSession } from '../session.ts';
import { useRecordForm } from '../use-record-form.ts';
import { DRAFT_KEYS } from '../waiting-drafts.ts';

/** Writes a landlord, or corrects the one with `id`. */
export function LandlordFormPage({ id }: { readonly id?: string | undefined }) {
  const { vault, words } = useSession();
  const existing = id === undefined ? undefined : vault.caseload.find(id);
  if (id !== undefined && existing?.record.kind !== 'landlord') {
    return <NotHere title={words.t('landlords.title')} listPlace={PLACES.landlords} />;
  }
  return <LandlordForm key={id} existing={existing} />;
}

function LandlordForm({ existing }: { readonly existing: CaseRecord | undefined }) {
  const { words } = useSession();
  const { t } = words;
  const id = existing?.record.id;
  const form = useRecordForm({
    draftKey: id === undefined ? DRAFT_KEYS.newLandlord : `landlord:edit:${id}`,
    kind: 'landlord',
    existing,
  });
  const text = (field: string) => bindText(words, form, 'landlord', field);
  return (
    <RecordFormFrame
      form={form}
      existing={existing}
      title={t(id === undefined ? 'landlords.new' : 'landlords.correct')}
      backTo={id === undefined ? PLACES.landlords : PLACES.landlord(id)}
      // Their homes come next, and they begin on the landlord's page.
      next={id === undefined ? PLACES.landlord(form.recordId) : undefined}
    >
      <Card>
        <Stack>
          <TextField {...text('name')} autoCapitalize="words" maxLength={SHORT_TEXT_LENGTH_MAX} />
          <ChoiceChips
            {...bindField(words, form, 'landlord', 'type')}
            value={LANDLORD_TYPES.find((type) => type === form.values.type)}
            onInput={(type) => form.set('type', type)}
            choices={LANDLORD_TYPES.map((value) => ({ value, label: words.list('landlordType', value) }))}
          />
          <TextField {...text('contactName')} autoCapitalize="words" maxLength={SHORT_TEXT_LENGTH_MAX} />
          <TextField {...text('phone')} type="tel" dir="ltr" maxLength={40} />
          <TextField {...text('email')} type="email" dir="ltr" autoCapitalize="none" maxLength={254} />
          <Combo
            {...bindField(words, form, 'landlord', 'languages')}
            many
            options={LANGUAGES.map((value) => ({ value, label: words.languageName(value) }))}
            value={listOf(form.values.languages)}
            onInput={(codes) => form.set('languages', listToValue(codes))}
            nothingFound={t('service.noSuchLanguage')}
            removeLabel={(name) => t('landlords.removeLanguage', { name })}
          />
        </Stack>
      </Card>
      <Card>
        <Stack>
          <TextArea {...text('note')} hint={t('landlords.noteHint')} rows={3} maxLength={NOTE_LENGTH_MAX} />
          <RestrictedField kind="landlord" existing={existing} field="restrictedNote">
            {(restricted) => <TextArea {...text('restrictedNote')} {...restricted} maxLength={NOTE_LENGTH_MAX} />}
          </RestrictedField>
        </Stack>
      </Card>
    </RecordFormFrame>
  );
}
