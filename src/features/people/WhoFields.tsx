import { useMemo } from 'preact/hooks';
import { CITIZENSHIPS, isEuCountry } from '../../domain/lists/countries.ts';
import { GENDERS } from '../../domain/lists/genders.ts';
import { LANGUAGES } from '../../domain/lists/languages.ts';
import { MISSING_REASONS } from '../../domain/lists/missing-reasons.ts';
import { SHORT_TEXT_LENGTH_MAX } from '../../domain/primitives.ts';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { Combo } from '../../ui/Combo.tsx';
import { Note } from '../../ui/Note.tsx';
import type { Option } from '../../ui/option-search.ts';
import { Stack } from '../../ui/Stack.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { bindField, bindText, listOf, listToValue } from '../field-values.ts';
import { rankByUse } from '../rank-by-use.ts';
import { useSession } from '../session.ts';
import type { RecordForm } from '../use-record-form.ts';
import { BirthFields } from './BirthFields.tsx';
import { DuplicateNote } from './DuplicateNote.tsx';
import { isLanguage, otherLanguages, USUAL_LANGUAGES } from './person-form.ts';

/** Chips fit two lines of a tablet. */
const LANGUAGE_CHIPS_MAX = 8;

type WhoFieldsProps = {
  readonly form: RecordForm;
  readonly isNew: boolean;
  /** Goes on with somebody who is here already, where a page asked for a person. */
  readonly onSame?: ((personId: string) => void) | undefined;
};

/** What one asks in the first minute. */
export function WhoFields({ form, isNew, onSame }: WhoFieldsProps) {
  const { words } = useSession();
  const name = { maxLength: SHORT_TEXT_LENGTH_MAX, autoCapitalize: 'words' } as const;
  return (
    <Stack>
      <TextField {...bindText(words, form, 'beneficiary', 'givenName')} {...name} />
      <TextField {...bindText(words, form, 'beneficiary', 'familyName')} {...name} />
      <TextField {...bindText(words, form, 'beneficiary', 'nickname')} {...name} />
      {isNew && <DuplicateNote form={form} below="names" onSame={onSame} />}
      <BirthFields form={form} />
      <GenderField form={form} />
      <CitizenshipField form={form} />
      <LanguageFields form={form} />
      <TextField {...bindText(words, form, 'beneficiary', 'phone')} type="tel" dir="ltr" maxLength={40} />
      {isNew && <DuplicateNote form={form} below="phone" onSame={onSame} />}
    </Stack>
  );
}

function GenderField({ form }: { readonly form: RecordForm }) {
  const { words } = useSession();
  const choiceOf = (value: (typeof GENDERS)[number]) => ({ value, label: words.list('gender', value) });
  return (
    <ChoiceChips
      {...bindField(words, form, 'beneficiary', 'gender')}
      value={GENDERS.find((code) => code === form.values.gender)}
      onInput={(value) => form.set('gender', value)}
      choices={(['F', 'M', 'X'] as const).map(choiceOf)}
      rest={MISSING_REASONS.map(choiceOf)}
      moreLabel={words.t('people.genderUnknown')}
    />
  );
}

function CitizenshipField({ form }: { readonly form: RecordForm }) {
  const { words } = useSession();
  const options = useSortedOptions(CITIZENSHIPS, words.countryName);
  const chosen = listOf(form.values.citizenship);
  return (
    <>
      <Combo
        {...bindField(words, form, 'beneficiary', 'citizenship')}
        many
        options={options}
        value={chosen}
        onInput={(codes) => form.set('citizenship', listToValue(codes))}
        placeholder={words.t('people.chooseCountry')}
        nothingFound={words.t('people.noCountry')}
        removeLabel={(label) => words.t('people.removeOne', { name: label })}
      />
      {chosen.length > 0 && chosen.every(isEuCountry) && (
        <Note tone="wait" role="status" title={words.t('people.euCitizen')}>
          {words.t('people.euCitizenText')}
        </Note>
      )}
    </>
  );
}

/** The languages most spoken among the people here as chips; all others by typing. */
function LanguageFields({ form }: { readonly form: RecordForm }) {
  const { vault, words } = useSession();
  const options = useSortedOptions(LANGUAGES, words.languageName);
  const onChips = useMemo(() => {
    const spoken = vault.caseload.ofKind('beneficiary').flatMap(({ record }) => listOf(record.fields.languages));
    return rankByUse(spoken.filter(isLanguage), USUAL_LANGUAGES, LANGUAGE_CHIPS_MAX);
  }, []);
  const chosen = listOf(form.values.languages);
  const others = otherLanguages(chosen, onChips);
  const write = (codes: readonly string[]) => form.set('languages', listToValue(codes));
  return (
    <>
      <ChoiceChips
        {...bindField(words, form, 'beneficiary', 'languages')}
        many
        value={chosen}
        onInput={write}
        choices={onChips.map((value) => ({ value, label: words.languageName(value) }))}
      />
      <Combo
        label={words.t('people.otherLanguages')}
        many
        options={options.filter(({ value }) => !onChips.some((code) => code === value))}
        value={others}
        onInput={(codes) => write([...chosen.filter((code) => !others.includes(code)), ...codes])}
        placeholder={words.t('people.chooseLanguage')}
        nothingFound={words.t('people.noLanguage')}
        removeLabel={(label) => words.t('people.removeOne', { name: label })}
      />
    </>
  );
}

function useSortedOptions(codes: readonly string[], nameOf: (code: string) => string): Option[] {
  const { locale } = useSession().words;
  return useMemo(() => {
    const { compare } = new Intl.Collator(locale);
    return codes
      .map((value) => ({ value, label: nameOf(value), search: value }))
      .sort((a, b) => compare(a.label, b.label));
  }, [codes, locale]);
}
