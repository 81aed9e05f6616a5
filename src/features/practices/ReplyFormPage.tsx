import type { CaseRecord } from '../../device/open-vault.ts';
import { PRACTICE_TEXT_LENGTH_MAX } from '../../domain/kinds/practice.ts';
import { PRACTICE_OUTCOMES } from '../../domain/lists/practice-outcomes.ts';
import { Card } from '../../ui/Card.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { bindField, bindText } from '../field-values.ts';
import { NameWarning } from '../name-warning.tsx';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { isOurs, replyFieldsOf } from '../practice-records.ts';
import { RecordFormFrame } from '../record-form-frame.tsx';
import { recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import { useRecordForm } from '../use-record-form.ts';

type ReplyFormPageProps = {
  /** The reply of ours to correct. */
  readonly id?: string | undefined;
  /** What a new one is said to. */
  readonly practiceId?: string | undefined;
};

/** Says that we tried a practice and how it went, or only something about it. */
export function ReplyFormPage({ id, practiceId }: ReplyFormPageProps) {
  const { vault, words } = useSession();
  const existing = id === undefined ? undefined : vault.caseload.find(id);
  const practice = vault.caseload.find(practiceId ?? (existing && replyFieldsOf(existing).practice) ?? '');
  const isThere = id === undefined || (existing?.record.kind === 'practice-reply' && isOurs(vault, existing));
  if (!isThere || practice?.record.kind !== 'practice') {
    return <NotHere title={words.t('practices.title')} listPlace={PLACES.practices} />;
  }
  return <ReplyForm existing={existing} practice={practice} />;
}

/** What stands for "no outcome" among the chips; never stored. */
const COMMENT = 'COMMENT';

function ReplyForm({
  existing,
  practice,
}: {
  readonly existing: CaseRecord | undefined;
  readonly practice: CaseRecord;
}) {
  const { vault, words } = useSession();
  const { t } = words;
  const id = existing?.record.id;
  const practiceId = practice.record.id;
  const form = useRecordForm({
    draftKey: id === undefined ? `practice-reply:new:${practiceId}` : `practice-reply:edit:${id}`,
    kind: 'practice-reply',
    existing,
    initial: id === undefined ? { practice: practiceId } : undefined,
  });
  return (
    <RecordFormFrame
      form={form}
      existing={existing}
      title={t(id === undefined ? 'practices.newReply' : 'practices.correctReply')}
      subtitle={recordTitle(vault, words, practice)}
      backTo={PLACES.practice(practiceId)}
    >
      <Card>
        <Stack>
          <NameWarning texts={[form.values.text]} />
          <ChoiceChips
            {...bindField(words, form, 'practice-reply', 'outcome')}
            label={t('practices.didYouTry')}
            value={PRACTICE_OUTCOMES.find((code) => code === form.values.outcome) ?? COMMENT}
            onInput={(code) => form.set('outcome', code === COMMENT ? undefined : code)}
            choices={[
              { value: COMMENT, label: t('practices.onlyComment') },
              ...PRACTICE_OUTCOMES.map((value) => ({ value, label: t(`practices.tried.${value}`) })),
            ]}
          />
          <TextArea
            {...bindText(words, form, 'practice-reply', 'text')}
            rows={5}
            maxLength={PRACTICE_TEXT_LENGTH_MAX}
            required
          />
        </Stack>
      </Card>
    </RecordFormFrame>
  );
}
