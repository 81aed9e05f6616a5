import type { CaseRecord } from '../../device/open-vault.ts';
import { PRACTICE_TEXT_LENGTH_MAX, PRACTICE_TEXTS } from '../../domain/kinds/practice.ts';
import { SHORT_TEXT_LENGTH_MAX } from '../../domain/primitives.ts';
import { Card } from '../../ui/Card.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { bindText } from '../field-values.ts';
import { NameWarning } from '../name-warning.tsx';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { isOurs } from '../practice-records.ts';
import { RecordFormFrame } from '../record-form-frame.tsx';
import { useSession } from '../session.ts';
import { useRecordForm } from '../use-record-form.ts';
import { DRAFT_KEYS } from '../waiting-drafts.ts';

/** Writes a card for all cities, or corrects the one of ours with `id`. */
export function PracticeFormPage({ id }: { readonly id?: string | undefined }) {
  const { vault, words } = useSession();
  const existing = id === undefined ? undefined : vault.caseload.find(id);
  const isThere = existing?.record.kind === 'practice' && isOurs(vault, existing);
  if (id !== undefined && !isThere) {
    return <NotHere title={words.t('practices.title')} listPlace={PLACES.practices} />;
  }
  return <PracticeForm existing={existing} />;
}

function PracticeForm({ existing }: { readonly existing: CaseRecord | undefined }) {
  const { words } = useSession();
  const { t } = words;
  const id = existing?.record.id;
  const form = useRecordForm({
    draftKey: id === undefined ? DRAFT_KEYS.newPractice : `practice:edit:${id}`,
    kind: 'practice',
    existing,
  });
  const text = (field: string) => bindText(words, form, 'practice', field);
  const long = { rows: 4, maxLength: PRACTICE_TEXT_LENGTH_MAX };
  const short = { maxLength: SHORT_TEXT_LENGTH_MAX, autoCapitalize: 'sentences' } as const;
  return (
    <RecordFormFrame
      form={form}
      existing={existing}
      title={t(id === undefined ? 'practices.new' : 'practices.correct')}
      backTo={id === undefined ? PLACES.practices : PLACES.practice(id)}
      next={id === undefined ? PLACES.practice(form.recordId) : undefined}
    >
      <Card>
        <Stack>
          <NameWarning texts={PRACTICE_TEXTS.map((field) => form.values[field])} />
          <TextField {...text('title')} {...short} required />
          <TextArea {...text('problem')} {...long} required />
          <TextArea {...text('done')} {...long} required />
          <TextArea {...text('result')} {...long} />
          <TextField {...text('cost')} {...short} hint={t('practices.costHint')} />
          <TextField {...text('office')} {...short} hint={t('practices.officeHint')} required />
          <TextField {...text('email')} type="email" dir="ltr" autoCapitalize="none" maxLength={254} />
        </Stack>
      </Card>
    </RecordFormFrame>
  );
}
