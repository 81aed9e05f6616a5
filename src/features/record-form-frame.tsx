import type { ComponentChildren } from 'preact';
import type { CaseRecord } from '../device/open-vault.ts';
import { NOTE_LENGTH_MAX } from '../domain/primitives.ts';
import { ActionBar } from '../ui/ActionBar.tsx';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { checkIcon } from '../ui/icons.ts';
import { TextArea } from '../ui/TextArea.tsx';
import { FormTrouble, useProblemFocus } from './form-trouble.tsx';
import { recordTitle } from './record-words.ts';
import { ResumedNote } from './resumed-note.tsx';
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
  readonly backTo: string;
  /** Where to go on after a new record is saved, instead of back. */
  readonly next?: string | undefined;
  /** The fields. */
  readonly children: ComponentChildren;
};

/** What stands around the fields of every form: what is wrong, what was resumed, the answer to a return, and the button that saves. */
export function RecordFormFrame({ form, existing, title, subtitle, backTo, next, children }: RecordFormFrameProps) {
  const { vault, words } = useSession();
  const { t } = words;
  const element = useProblemFocus(form);
  const isReturned = existing?.record.review.state === 'returned';
  const answerKey = DRAFT_KEYS.answerOn(existing?.record.id ?? '');
  const { submit, answer, writeAnswer } = useFormSubmit({ form, isReturned, answerKey, backTo, next });
  return (
    <Screen task title={title} subtitle={subtitle ?? (existing && recordTitle(vault, words, existing))} backTo={backTo}>
      <form ref={element} onSubmit={submit} autoComplete="off" noValidate>
        {existing && <ReturnBanner held={existing} hasAction={false} />}
        <FormTrouble form={form} />
        <ResumedNote form={form} />
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
        <ActionBar>
          <Button type="submit" big icon={checkIcon}>
            {t(isReturned ? 'record.saveAndSend' : 'verb.save')}
          </Button>
        </ActionBar>
      </form>
    </Screen>
  );
}
