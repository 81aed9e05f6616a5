import { PLACES_MAX, ROOMS_MAX } from '../../domain/kinds/dwelling.ts';
import { DWELLING_ACCESSES } from '../../domain/lists/dwelling-accesses.ts';
import { DWELLING_FEATURES } from '../../domain/lists/dwelling-features.ts';
import { DWELLING_TYPES } from '../../domain/lists/dwelling-types.ts';
import { HOUSING_MEASURES } from '../../domain/lists/housing-measures.ts';
import { NOTE_LENGTH_MAX, SHORT_TEXT_LENGTH_MAX } from '../../domain/primitives.ts';
import { Card } from '../../ui/Card.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { MoneyField } from '../../ui/MoneyField.tsx';
import { Select } from '../../ui/Select.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { Stepper } from '../../ui/Stepper.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { landlordsToChoose } from '../dwelling-records.ts';
import { bindField, bindText, listOf, listToValue, numberOf, stringOf } from '../field-values.ts';
import { RecordDateField } from '../record-date-field.tsx';
import { recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import type { RecordForm } from '../use-record-form.ts';

type FieldsProps = { readonly form: RecordForm };

const REST = ['measures', 'features', 'freeUntilDate', 'closedDate', 'note'];

/** What one asks on the telephone first, then the rest. */
export function DwellingFields({ form }: FieldsProps) {
  const { t } = useSession().words;
  const isRestWrong = REST.some((field) => form.problemOf(field) !== undefined);
  return (
    <>
      <Card>
        <Stack>
          <Whereabouts form={form} />
        </Stack>
      </Card>
      <Card>
        <Stack>
          <Room form={form} />
        </Stack>
      </Card>
      <Card>
        <Disclosure label={t('record.moreFields')} open={isRestWrong}>
          <Stack>
            <Rest form={form} />
          </Stack>
        </Disclosure>
      </Card>
    </>
  );
}

function Whereabouts({ form }: FieldsProps) {
  const { vault, words } = useSession();
  const { t } = words;
  const text = (field: string) => bindText(words, form, 'dwelling', field);
  return (
    <>
      <TextField
        {...text('name')}
        hint={t('dwellings.nameHint')}
        autoCapitalize="sentences"
        maxLength={SHORT_TEXT_LENGTH_MAX}
      />
      <ChoiceChips
        {...bindField(words, form, 'dwelling', 'type')}
        value={DWELLING_TYPES.find((type) => type === form.values.type)}
        onInput={(type) => form.set('type', type)}
        choices={DWELLING_TYPES.map((value) => ({ value, label: words.list('dwellingType', value) }))}
      />
      <Select
        {...bindField(words, form, 'dwelling', 'landlord')}
        value={stringOf(form.values.landlord)}
        onInput={(id) => form.set('landlord', id)}
        emptyLabel={t('dwellings.noLandlord')}
        options={landlordsToChoose(vault, stringOf(form.values.landlord)).map((held) => ({
          value: held.record.id,
          label: held.record.removed
            ? t('landlords.deleted', { name: recordTitle(vault, words, held) })
            : recordTitle(vault, words, held),
        }))}
      />
      <TextField {...text('area')} autoCapitalize="words" maxLength={SHORT_TEXT_LENGTH_MAX} />
      <TextField {...text('address')} autoCapitalize="words" maxLength={300} />
    </>
  );
}

/** How many, for how much, from when. */
function Room({ form }: FieldsProps) {
  const { words } = useSession();
  const { t } = words;
  return (
    <>
      <Stepper
        {...bindField(words, form, 'dwelling', 'places')}
        value={numberOf(form.values.places)}
        onInput={(places) => form.set('places', places)}
        min={1}
        max={PLACES_MAX}
        lessLabel={t('dwellings.lessPlaces')}
        moreLabel={t('dwellings.morePlaces')}
      />
      <Stepper
        {...bindField(words, form, 'dwelling', 'rooms')}
        value={numberOf(form.values.rooms)}
        onInput={(rooms) => form.set('rooms', rooms)}
        min={1}
        max={ROOMS_MAX}
        lessLabel={t('dwellings.lessRooms')}
        moreLabel={t('dwellings.moreRooms')}
      />
      <MoneyField
        {...bindField(words, form, 'dwelling', 'rentCents')}
        value={numberOf(form.values.rentCents)}
        typed={form.typedIn('rentCents')}
        onInput={(cents, typed) => form.setTyped('rentCents', cents, typed)}
        locale={words.locale}
        unreadable={t('record.moneyUnreadable')}
        hint={t(form.values.type === 'INTE' ? 'dwellings.rentWhole' : 'dwellings.rentEach')}
      />
      <ChoiceChips
        {...bindField(words, form, 'dwelling', 'accessibility')}
        value={DWELLING_ACCESSES.find((access) => access === form.values.accessibility)}
        onInput={(access) => form.set('accessibility', access)}
        choices={DWELLING_ACCESSES.map((value) => ({ value, label: words.list('dwellingAccess', value) }))}
      />
      <RecordDateField form={form} kind="dwelling" field="freeFromDate" nearest hinted />
    </>
  );
}

function Rest({ form }: FieldsProps) {
  const { words } = useSession();
  const { t } = words;
  const features = listOf(form.values.features);
  const measures = listOf(form.values.measures);
  return (
    <>
      <RecordDateField form={form} kind="dwelling" field="freeUntilDate" future hint={t('dwellings.untilHint')} />
      <RecordDateField form={form} kind="dwelling" field="closedDate" hint={t('dwellings.untilHint')} />
      <ChoiceChips
        {...bindField(words, form, 'dwelling', 'features')}
        many
        value={DWELLING_FEATURES.filter((code) => features.includes(code))}
        onInput={(codes) => form.set('features', listToValue(codes))}
        choices={DWELLING_FEATURES.map((value) => ({ value, label: words.list('dwellingFeature', value) }))}
      />
      <ChoiceChips
        {...bindField(words, form, 'dwelling', 'measures')}
        many
        value={HOUSING_MEASURES.filter((code) => measures.includes(code))}
        onInput={(codes) => form.set('measures', listToValue(codes))}
        choices={HOUSING_MEASURES.map((value) => ({ value, label: words.list('housingMeasure', value) }))}
      />
      <TextArea
        {...bindText(words, form, 'dwelling', 'note')}
        hint={t('dwellings.noteHint')}
        rows={3}
        maxLength={NOTE_LENGTH_MAX}
      />
    </>
  );
}
