import type { CaseRecord } from '../../device/open-vault.ts';
import { HOUSEHOLD_SIZE_MAX } from '../../domain/kinds/placement.ts';
import { CONTRACT_TYPES, HOUSING_PROBLEMS, MEETING_WAYS, MET_PEOPLE } from '../../domain/lists/housing-months.ts';
import { NOTE_LENGTH_MAX, SHORT_TEXT_LENGTH_MAX } from '../../domain/primitives.ts';
import { Card } from '../../ui/Card.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Select } from '../../ui/Select.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { Stepper } from '../../ui/Stepper.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { CentsField } from '../cents-field.tsx';
import { bindField, bindText, listOf, listToValue, numberOf, stringOf } from '../field-values.ts';
import { monthsLivedIn } from '../housing-months.ts';
import { placementFieldsOf } from '../housing-path.ts';
import { MonthField } from '../month-field.tsx';
import { PLACES } from '../places.ts';
import { RecordDateField } from '../record-date-field.tsx';
import { RestrictedField } from '../restricted-field.tsx';
import { useSession } from '../session.ts';
import type { RecordForm } from '../use-record-form.ts';
import { SituationSelect } from './SituationSelect.tsx';

const KIND = 'monthly-situation';
/** What most months are told by; the rest is one tap away. */
const USUAL_PROBLEMS = ['NESS', 'AFFI', 'UTEN', 'LAVO', 'CONT', 'MANU'] as const;
const REST_FIELDS = ['contractType', 'contractEndDate', 'rentCents', 'householdSize', 'restrictedNote'];

type MonthFieldsProps = {
  readonly form: RecordForm;
  readonly existing: CaseRecord | undefined;
  readonly placement: CaseRecord;
};

/** A month in a few taps: which one, where they live, what is wrong, who met whom; the contract waits under "more". */
export function MonthFields({ form, existing, placement }: MonthFieldsProps) {
  const { words, today } = useSession();
  const { t } = words;
  const other = form.problemOf('month')?.other;
  return (
    <>
      <Card>
        <Stack>
          <MonthField
            {...bindField(words, form, KIND, 'month')}
            value={stringOf(form.values.month)}
            onInput={(month) => form.set('month', month)}
            months={monthsLivedIn(placementFieldsOf(placement), today())}
          />
          {other !== undefined && <a href={PLACES.month(other)}>{t('month.openOther')}</a>}
          <SituationSelect form={form} kind={KIND} field="situation" />
          <ProblemsField form={form} />
          <TextArea {...bindText(words, form, KIND, 'note')} rows={2} maxLength={NOTE_LENGTH_MAX} />
        </Stack>
      </Card>
      <Card title={t('month.meeting')}>
        <Stack>
          <RecordDateField form={form} kind={KIND} field="meetingDate" hinted />
          <ChoiceChips
            {...bindField(words, form, KIND, 'metWhom')}
            many
            value={MET_PEOPLE.filter((code) => listOf(form.values.metWhom).includes(code))}
            onInput={(codes) => form.set('metWhom', listToValue(codes))}
            choices={MET_PEOPLE.map((value) => ({ value, label: words.list('metPerson', value) }))}
          />
          <ChoiceChips
            {...bindField(words, form, KIND, 'metHow')}
            value={MEETING_WAYS.find((code) => code === form.values.metHow)}
            onInput={(code) => form.set('metHow', code)}
            choices={MEETING_WAYS.map((value) => ({ value, label: words.list('meetingWay', value) }))}
          />
          <TextField
            {...bindText(words, form, KIND, 'metBy')}
            autoCapitalize="words"
            maxLength={SHORT_TEXT_LENGTH_MAX}
          />
        </Stack>
      </Card>
      <Card>
        <Disclosure
          label={t('month.contract')}
          open={REST_FIELDS.some((field) => form.problemOf(field) !== undefined || form.typedIn(field) !== undefined)}
        >
          <ContractFields form={form} existing={existing} />
        </Disclosure>
      </Card>
    </>
  );
}

/** "Nessun problema" takes back what was chosen before, and the other way round. */
function ProblemsField({ form }: { readonly form: RecordForm }) {
  const { words } = useSession();
  const choiceOf = (value: (typeof HOUSING_PROBLEMS)[number]) => ({
    value,
    label: words.list('housingProblem', value),
  });
  const chosen = HOUSING_PROBLEMS.filter((code) => listOf(form.values.problems).includes(code));
  return (
    <ChoiceChips
      {...bindField(words, form, KIND, 'problems')}
      many
      value={chosen}
      onInput={(codes) => form.set('problems', listToValue(withoutContradiction(codes, chosen.includes('NESS'))))}
      choices={USUAL_PROBLEMS.map(choiceOf)}
      rest={HOUSING_PROBLEMS.filter((code) => !USUAL_PROBLEMS.some((usual) => usual === code)).map(choiceOf)}
      moreLabel={words.t('verb.other')}
    />
  );
}

const withoutContradiction = (codes: readonly string[], wasNone: boolean): readonly string[] =>
  codes.includes('NESS') && codes.length > 1 ? (wasNone ? codes.filter((code) => code !== 'NESS') : ['NESS']) : codes;

function ContractFields({ form, existing }: { readonly form: RecordForm; readonly existing: CaseRecord | undefined }) {
  const { words } = useSession();
  const { t } = words;
  return (
    <Stack>
      <Select
        {...bindField(words, form, KIND, 'contractType')}
        value={CONTRACT_TYPES.find((code) => code === form.values.contractType)}
        onInput={(code) => form.set('contractType', code)}
        emptyLabel={t('record.choose')}
        options={CONTRACT_TYPES.map((value) => ({ value, label: words.list('contractType', value) }))}
      />
      <RecordDateField form={form} kind={KIND} field="contractEndDate" future />
      <CentsField form={form} kind={KIND} field="rentCents" />
      <Stepper
        {...bindField(words, form, KIND, 'householdSize')}
        value={numberOf(form.values.householdSize)}
        onInput={(value) => form.set('householdSize', value)}
        min={1}
        max={HOUSEHOLD_SIZE_MAX}
        lessLabel={t('housing.householdLess')}
        moreLabel={t('housing.householdMore')}
      />
      <RestrictedField kind={KIND} existing={existing} field="restrictedNote">
        {(restricted) => (
          <TextArea {...bindText(words, form, KIND, 'restrictedNote')} {...restricted} maxLength={NOTE_LENGTH_MAX} />
        )}
      </RestrictedField>
    </Stack>
  );
}
