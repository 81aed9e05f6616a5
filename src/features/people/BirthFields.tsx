import { useState } from 'preact/hooks';
import { AGE_BRACKETS, type AgeBracket } from '../../domain/lists/age-brackets.ts';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { bindField, numberOf } from '../field-values.ts';
import { RecordDateField } from '../record-date-field.tsx';
import { useSession } from '../session.ts';
import type { RecordForm } from '../use-record-form.ts';
import { BIRTH_WAYS, type BirthWay, birthWithout, findBirthWay } from './person-form.ts';

/** Nobody alive was born before. */
const YEAR_MIN = 1900;

/** When somebody was born, in the one way in which it is known; nothing chosen means that nobody knows. */
export function BirthFields({ form }: { readonly form: RecordForm }) {
  const { words, today } = useSession();
  const { t } = words;
  const [chosen, setChosen] = useState<BirthWay | undefined>(undefined);
  const known = findBirthWay((field) => form.values[field] !== undefined || form.typedIn(field) !== undefined);
  const way = chosen ?? known;

  const choose = (next: BirthWay | undefined) => {
    setChosen(next);
    form.setMany(birthWithout(next));
  };

  return (
    <>
      <ChoiceChips
        label={t('people.birth')}
        hint={way === undefined ? t('people.birthHint') : undefined}
        value={way}
        onInput={choose}
        choices={BIRTH_WAYS.map((value) => ({ value, label: t(`people.birthBy.${value}`) }))}
      />
      {way === 'date' && <RecordDateField form={form} kind="beneficiary" field="birthDate" />}
      {way === 'year' && (
        <NumberField
          {...bindField(words, form, 'beneficiary', 'birthYear')}
          value={numberOf(form.values.birthYear)}
          typed={form.typedIn('birthYear')}
          onInput={(value, typed) => form.setTyped('birthYear', value, typed)}
          min={YEAR_MIN}
          max={Number(today().slice(0, 4))}
          unreadable={t('people.yearUnreadable', { from: String(YEAR_MIN), to: today().slice(0, 4) })}
        />
      )}
      {way === 'bracket' && (
        <ChoiceChips
          {...bindField(words, form, 'beneficiary', 'ageBracket')}
          value={AGE_BRACKETS.find((code) => code === form.values.ageBracket)}
          onInput={(value: AgeBracket | undefined) => form.set('ageBracket', value)}
          choices={AGE_BRACKETS.map((value) => ({ value, label: words.list('ageBracket', value) }))}
        />
      )}
    </>
  );
}
