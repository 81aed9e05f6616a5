import { EXIT_OUTCOMES, isPositiveExit } from '../../domain/lists/exit-outcomes.ts';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { CentsField } from '../cents-field.tsx';
import { DwellingField } from '../dwelling-field.tsx';
import { bindField, bindText } from '../field-values.ts';
import { RecordDateField } from '../record-date-field.tsx';
import { useSession } from '../session.ts';
import type { RecordForm } from '../use-record-form.ts';
import { SituationSelect } from './SituationSelect.tsx';

type HomeFieldsProps = {
  readonly form: RecordForm;
  /** The stage says that the household lives there: the entry cannot lie ahead. */
  readonly hasMovedIn: boolean;
};

/** The home and what it costs. */
export function HomeFields({ form, hasMovedIn }: HomeFieldsProps) {
  const { words } = useSession();
  const { t } = words;
  return (
    <>
      <RecordDateField
        form={form}
        kind="placement"
        field="entryDate"
        future={!hasMovedIn}
        hint={hasMovedIn ? undefined : t('housing.entryPlanned')}
      />
      <TextField {...bindText(words, form, 'placement', 'address')} autoCapitalize="words" maxLength={300} />
      <DwellingField form={form} />
      <SituationSelect form={form} kind="placement" field="situationAtEntry" />
      <RecordDateField form={form} kind="placement" field="expectedExitDate" future hint={t('housing.expectedHint')} />
      <CentsField form={form} kind="placement" field="rentCents" />
      <CentsField form={form} kind="placement" field="contributionCents" />
    </>
  );
}

/** When, how and to what the household left. */
export function ExitFields({ form }: { readonly form: RecordForm }) {
  const { words } = useSession();
  const outcome = EXIT_OUTCOMES.find((code) => code === form.values.exitOutcome);
  return (
    <>
      <RecordDateField form={form} kind="placement" field="exitDate" />
      <Select
        {...bindField(words, form, 'placement', 'exitOutcome')}
        hint={outcome !== undefined && isPositiveExit(outcome) ? words.t('housing.positiveExit') : undefined}
        value={outcome}
        onInput={(value) => form.set('exitOutcome', value)}
        emptyLabel={words.t('record.choose')}
        options={EXIT_OUTCOMES.map((value) => ({ value, label: words.list('exitOutcome', value) }))}
      />
      <SituationSelect form={form} kind="placement" field="situationAtExit" />
    </>
  );
}
