import type { JsonValue } from '../../domain/json-value.ts';
import { CODE_LISTS } from '../../domain/lists/code-lists.ts';
import { CITIZENSHIPS } from '../../domain/lists/countries.ts';
import { LANGUAGES } from '../../domain/lists/languages.ts';
import { parseDateText } from '../../i18n/parse-date-text.ts';
import type { Translator } from '../../i18n/translate.ts';
import { Combo } from '../../ui/Combo.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { MoneyField } from '../../ui/MoneyField.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import type { Option } from '../../ui/option-search.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { TimeField } from '../../ui/TimeField.tsx';
import { listOf, listToValue, numberOf, stringOf, textToValue } from '../field-values.ts';
import { fieldLabel } from '../field-words.ts';
import { readBack } from '../moment-words.ts';
import { MonthField } from '../month-field.tsx';
import { recordSubtitle, recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import { type Editor, editorOf, isDateAhead } from './editor-of.ts';

type ValueFieldProps = {
  readonly kind: string;
  readonly field: string;
  readonly value: JsonValue | undefined;
  /** The value, and what was typed where it is no value yet. */
  readonly onInput: (value: JsonValue | undefined, typed: string) => void;
  readonly label?: string | undefined;
  readonly error?: string | undefined;
};

/** One field of any kind with the control that suits it. A field made of several values has none: its way is the whole form. */
export function ValueField(props: ValueFieldProps) {
  const { kind, field, value, onInput, error } = props;
  const { words, today } = useSession();
  const { t } = words;
  const editor = editorOf(kind, field);
  const common = { label: props.label ?? fieldLabel(words, kind, field), error };
  switch (editor.as) {
    case 'form':
      return null;
    case 'text':
      return <TextField {...common} value={stringOf(value) ?? ''} onInput={(text) => onInput(textToValue(text), '')} />;
    case 'note':
      return <TextArea {...common} value={stringOf(value) ?? ''} onInput={(text) => onInput(textToValue(text), '')} />;
    case 'time':
      return <TimeField {...common} value={stringOf(value)} onInput={(time) => onInput(time, '')} />;
    case 'number':
      return (
        <NumberField
          {...common}
          value={numberOf(value)}
          onInput={onInput}
          unreadable={t('attention.numberUnreadable')}
        />
      );
    case 'money':
      return (
        <MoneyField
          {...common}
          value={numberOf(value)}
          onInput={onInput}
          unreadable={t('record.moneyUnreadable')}
          locale={words.locale}
        />
      );
    case 'month':
      return <MonthField {...common} value={stringOf(value)} onInput={(month) => onInput(month, '')} />;
    case 'date':
      return (
        <DateField
          {...common}
          value={stringOf(value)}
          onInput={onInput}
          parse={(text) => parseDateText(text, today(), { future: isDateAhead(field) })}
          dateToText={(iso) => words.formatDate(iso)}
          readBack={(iso) => readBack(words, iso, today())}
          unreadable={t('record.dateUnreadable')}
          calendarLabel={t('record.calendar')}
        />
      );
    default:
      return <ChoiceField {...props} {...common} editor={editor} />;
  }
}

type ChoiceEditor = Extract<Editor, { as: 'code' | 'codes' | 'name' | 'names' | 'person' }>;

function ChoiceField({
  value,
  onInput,
  label,
  error,
  editor,
}: ValueFieldProps & { label: string; editor: ChoiceEditor }) {
  const { words } = useSession();
  const options = useOptions(editor);
  const common = { label: label, error, options, nothingFound: words.t('attention.nothingFound') };
  if (editor.as === 'codes' || editor.as === 'names') {
    return (
      <Combo
        {...common}
        many
        value={listOf(value)}
        onInput={(codes) => onInput(listToValue(codes), '')}
        removeLabel={(name) => words.t('attention.take', { name })}
      />
    );
  }
  return <Combo {...common} value={stringOf(value)} onInput={(code) => onInput(code, '')} />;
}

function useOptions(editor: ChoiceEditor): Option[] {
  const { vault, words } = useSession();
  if (editor.as === 'person') {
    return vault.caseload.ofKind('beneficiary').map((held) => ({
      value: held.record.id,
      label: recordTitle(vault, words, held),
      search: recordSubtitle(words, held),
    }));
  }
  return 'list' in editor ? codeOptions(words, editor.list) : nameOptions(words, editor.of);
}

const codeOptions = (words: Translator, list: keyof typeof CODE_LISTS): Option[] =>
  CODE_LISTS[list].map((code) => ({ value: code, label: words.findMessage(`list.${list}.${code}`) ?? code }));

const nameOptions = (words: Translator, of: 'language' | 'country'): Option[] =>
  (of === 'language' ? LANGUAGES : CITIZENSHIPS).map((code) => ({
    value: code,
    label: of === 'language' ? words.languageName(code) : words.countryName(code),
  }));
