import type { ComponentChildren } from 'preact';
import type { CaseRecord } from '../device/open-vault.ts';
import { NOTE_LENGTH_MAX } from '../domain/primitives.ts';
import { Card } from '../ui/Card.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { FormShell } from './form-shell.tsx';
import { recordTitle } from './record-words.ts';
import { ReturnBanner } from './return-banner.tsx';
import { Screen } from './screen.tsx';
import { useSession } from './session.ts';
import { useFormSubmit } from './use-form-submit.ts';
import type { RecordForm } from './use-record-form.ts';
import { DRAFT_KEYS } from './waiting-drafts.ts';

type RecordFormFrameProps = {
  readonly form: RecordForm;
  /** The record that is corrected; none when a new one is written. */
  readonly existing?: CaseRecord | undefined;
  readonly title: string;
  readonly subtitle?: string | undefined;
  /** Where one came from: the arrow leads there, and saving too. */
  readonly backTo: string;
  /** Where to go on after saving, instead of back. */
  readonly next?: string | undefined;
  /** Leads on after saving, where neither back nor `next` is right. */
  readonly leave?: (() => void) | undefined;
  /** Stands between the button and saving of what can be saved: calls `save` at once, or when the person agrees. */
  readonly ask?: ((save: () => void) => void) | undefined;
  /** The fields. */
  readonly children: ComponentChildren;
};

/** What stands around the fields of every form: what is wrong, what was resumed, the answer to a return, and the button that saves. */
export function RecordFormFrame(props: RecordFormFrameProps) {
  const { form, existing, title, subtitle, backTo, next, leave, ask, children } = props;
  const { vault, words } = useSession();
  const { t } = words;
  const isReturned = existing?.record.review.state === 'returned';
  const answerKey = DRAFT_KEYS.answerOn(existing?.record.id ?? '');
  const { submit, isReady, answer, writeAnswer } = useFormSubmit({ form, isReturned, answerKey, backTo, next, leave });
  return (
    <Screen task title={title} subtitle={subtitle ?? (existing && recordTitle(vault, words, existing))} backTo={backTo}>
      {existing && <ReturnBanner held={existing} hasAction={false} />}
      <FormShell
        form={form}
        saveLabel={t(isReturned ? 'record.saveAndSend' : 'verb.save')}
        onSubmit={() => {
          if (ask === undefined) submit();
          else if (isReady()) ask(submit);
        }}
      >
        {children}
        {isReturned && (
          <Card>
            <TextArea
              label={t('record.answer')}
              hint={t('record.answerHint')}
              value={answer}
              onInput={writeAnswer}
              maxLength={NOTE_LENGTH_MAX}
            />
          </Card>
        )}
      </FormShell>
    </Screen>
  );
}
