import type { CaseRecord } from '../../device/open-vault.ts';
import { LINES_OF_ACTION } from '../../domain/lists/lines-of-action.ts';
import { NOTICE_LANGUAGES, NOTICE_VERSION_NOW, type NoticeLanguage } from '../../domain/lists/notice.ts';
import { RESIDENCE_STATUSES } from '../../domain/lists/residence-statuses.ts';
import { noticeOn } from '../../domain/notice/notice-on.ts';
import { NOTE_LENGTH_MAX } from '../../domain/primitives.ts';
import { parseDateText } from '../../i18n/parse-date-text.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Select } from '../../ui/Select.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { bindField, bindText, listOf, listToValue, stringOf } from '../field-values.ts';
import { readBack } from '../moment-words.ts';
import { RecordDateField } from '../record-date-field.tsx';
import { RestrictedField } from '../restricted-field.tsx';
import { useSession } from '../session.ts';
import type { RecordForm } from '../use-record-form.ts';
import { noticeOfToday } from './person-form.ts';
import { ShowNotice } from './ShowNotice.tsx';

const FOLDED = [
  'email',
  'residenceStatus',
  'permitExpiryDate',
  'notice',
  'linesOfAction',
  'note',
  'restrictedNote',
] as const;

type MoreFieldsProps = { readonly form: RecordForm; readonly existing: CaseRecord | undefined };

/** What can wait for a quieter hour; it opens by itself when something in it is wrong. */
export function MoreFields({ form, existing }: MoreFieldsProps) {
  const { words } = useSession();
  const { t } = words;
  const isWrong = FOLDED.some((field) => form.problemOf(field) !== undefined);
  return (
    <Disclosure label={t('record.moreFields')} open={isWrong}>
      <Stack>
        <TextField
          {...bindText(words, form, 'beneficiary', 'email')}
          type="email"
          dir="ltr"
          autoCapitalize="none"
          maxLength={254}
        />
        <NoticeFields form={form} />
        <ChoiceChips
          {...bindField(words, form, 'beneficiary', 'linesOfAction')}
          many
          value={listOf(form.values.linesOfAction)}
          onInput={(codes) => form.set('linesOfAction', listToValue(codes))}
          choices={LINES_OF_ACTION.map((value) => ({ value, label: words.list('lineOfAction', value) }))}
        />
        <TextArea {...bindText(words, form, 'beneficiary', 'note')} maxLength={NOTE_LENGTH_MAX} />
        <RestrictedField kind="beneficiary" existing={existing} field="residenceStatus">
          {(restricted) => (
            <Select
              {...bindField(words, form, 'beneficiary', 'residenceStatus')}
              {...restricted}
              value={RESIDENCE_STATUSES.find((code) => code === form.values.residenceStatus)}
              onInput={(value) => form.set('residenceStatus', value)}
              emptyLabel={t('record.choose')}
              options={RESIDENCE_STATUSES.map((value) => ({ value, label: words.list('residenceStatus', value) }))}
            />
          )}
        </RestrictedField>
        <RestrictedField kind="beneficiary" existing={existing} field="permitExpiryDate">
          {(restricted) => (
            <RecordDateField form={form} kind="beneficiary" field="permitExpiryDate" future {...restricted} />
          )}
        </RestrictedField>
        <RestrictedField kind="beneficiary" existing={existing} field="restrictedNote">
          {(restricted) => (
            <TextArea
              {...bindText(words, form, 'beneficiary', 'restrictedNote')}
              {...restricted}
              maxLength={NOTE_LENGTH_MAX}
            />
          )}
        </RestrictedField>
      </Stack>
    </Disclosure>
  );
}

/** That the informativa was handed over: a tick is enough, today and the person's language are written by themselves. */
function NoticeFields({ form }: { readonly form: RecordForm }) {
  const { words, today } = useSession();
  const { t } = words;
  const { notice } = form.values;
  const details = notice !== null && typeof notice === 'object' && !Array.isArray(notice) ? notice : undefined;
  const { error } = bindField(words, form, 'beneficiary', 'notice');
  const typed = form.typedIn('notice');
  const isGiven = details !== undefined || typed !== undefined;
  const kept = { language: 'ita', version: NOTICE_VERSION_NOW, ...details };
  return (
    <>
      <ShowNotice
        spoken={listOf(form.values.languages)}
        onGiven={(language) => form.set('notice', noticeOn(today(), language))}
      />
      <Checkbox
        label={t('people.notice')}
        value={isGiven}
        onInput={(isNowGiven) =>
          form.set('notice', isNowGiven ? noticeOfToday(today(), listOf(form.values.languages)) : undefined)
        }
      />
      {isGiven && (
        <>
          <DateField
            label={t('people.noticeDate')}
            error={error}
            value={stringOf(details?.date)}
            typed={typed}
            onInput={(date, text) => form.setTyped('notice', date === undefined ? undefined : { ...kept, date }, text)}
            parse={(text) => parseDateText(text, today())}
            dateToText={(iso) => words.formatDate(iso)}
            readBack={(iso) => readBack(words, iso, today())}
            unreadable={t('record.dateUnreadable')}
            calendarLabel={t('record.calendar')}
          />
          <Select
            label={t('people.noticeLanguage')}
            hint={t('people.noticeVersion', { version: String(kept.version) })}
            value={NOTICE_LANGUAGES.find((code) => code === kept.language)}
            onInput={(language: NoticeLanguage | undefined) =>
              form.set('notice', { date: today(), ...kept, language: language ?? 'ita' })
            }
            emptyLabel={t('record.choose')}
            options={NOTICE_LANGUAGES.map((value) => ({ value, label: words.languageName(value) }))}
          />
        </>
      )}
    </>
  );
}
