import type { CaseRecord } from '../../device/open-vault.ts';
import { LANGUAGES } from '../../domain/lists/languages.ts';
import { OFFICE_KINDS } from '../../domain/lists/office-kinds.ts';
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
import { useSession } from '../session.ts';
import { type RecordForm, useRecordForm } from '../use-record-form.ts';
import { DRAFT_KEYS } from '../waiting-drafts.ts';
import { HoursField } from './HoursField.tsx';
import { mayKeepDirectory } from './may-keep-directory.ts';

/** Writes a new office into the directory, or corrects the one with `id`. */
export function OfficeFormPage({ id }: { readonly id?: string | undefined }) {
  const { vault, words } = useSession();
  const existing = id === undefined ? undefined : vault.caseload.find(id);
  const listed = { title: words.t('offices.title'), listPlace: PLACES.offices };
  if (!mayKeepDirectory(vault)) return <NotHere why="notYours" {...listed} />;
  if (id !== undefined && existing?.record.kind !== 'office') return <NotHere {...listed} />;
  return <OfficeForm key={id} existing={existing} />;
}

function OfficeForm({ existing }: { readonly existing: CaseRecord | undefined }) {
  const { words } = useSession();
  const { t } = words;
  const id = existing?.record.id;
  const form = useRecordForm({
    draftKey: id === undefined ? DRAFT_KEYS.newOffice : `office:edit:${id}`,
    kind: 'office',
    existing,
  });
  return (
    <RecordFormFrame
      form={form}
      existing={existing}
      title={t(id === undefined ? 'offices.new' : 'offices.correct')}
      backTo={id === undefined ? PLACES.offices : PLACES.office(id)}
    >
      <OfficeFields form={form} />
    </RecordFormFrame>
  );
}

function OfficeFields({ form }: { readonly form: RecordForm }) {
  const { words } = useSession();
  const { t } = words;
  const text = (field: string) => bindText(words, form, 'office', field);
  return (
    <>
      <Card>
        <Stack>
          <TextField {...text('name')} required autoCapitalize="sentences" maxLength={SHORT_TEXT_LENGTH_MAX} />
          <ChoiceChips
            {...bindField(words, form, 'office', 'type')}
            required
            value={OFFICE_KINDS.find((kind) => kind === form.values.type)}
            onInput={(kind) => form.set('type', kind)}
            choices={OFFICE_KINDS.map((value) => ({ value, label: words.list('officeKind', value) }))}
          />
          <TextField {...text('address')} maxLength={SHORT_TEXT_LENGTH_MAX} />
          <TextField {...text('phone')} type="tel" />
          <TextField {...text('email')} type="email" autoCapitalize="none" />
          <TextField {...text('link')} type="url" hint={t('offices.linkHint')} autoCapitalize="none" />
          <Combo
            {...bindField(words, form, 'office', 'languages')}
            many
            options={LANGUAGES.map((value) => ({ value, label: words.languageName(value) }))}
            value={listOf(form.values.languages)}
            onInput={(codes) => form.set('languages', listToValue(codes))}
            nothingFound={t('service.noSuchLanguage')}
            removeLabel={(name) => t('offices.removeLanguage', { name })}
          />
          <TextArea {...text('note')} hint={t('offices.noteHint')} rows={3} maxLength={NOTE_LENGTH_MAX} />
        </Stack>
      </Card>
      <Card>
        {/* Starting over empties what is typed in it, too. */}
        <HoursField key={String(form.isResumed)} form={form} />
      </Card>
    </>
  );
}
