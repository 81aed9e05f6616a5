import { useRef } from 'preact/hooks';
import { textToValue } from './field-values.ts';
import { useSession } from './session.ts';
import { useDraftText } from './use-draft-text.ts';
import type { RecordForm } from './use-record-form.ts';
import { useSaved } from './use-save.ts';

export type FormSubmit = {
  readonly submit: () => void;
  /** Says what stands in the way, and gives whether nothing does. */
  readonly isReady: () => boolean;
  /** The answer to the coordinator, sent with a correction of a returned record. */
  readonly answer: string;
  readonly writeAnswer: (text: string) => void;
};

/** Saves a form, says so, and goes back to where the person came from; a refusal stays on the screen. */
export function useFormSubmit(options: {
  readonly form: RecordForm;
  readonly isReturned: boolean;
  readonly answerKey: string;
  readonly backTo: string;
  /** Where to go on after saving, instead of back. */
  readonly next?: string | undefined;
  /** Leads on after saving, where neither back nor `next` is right. */
  readonly leave?: (() => void) | undefined;
}): FormSubmit {
  const { words, back, go, say } = useSession();
  const { form, isReturned, backTo, next, leave } = options;
  const [answer, writeAnswer, discardAnswer] = useDraftText(options.answerKey);
  const saved = useSaved();
  // A second tap must neither save nor go back twice, also while the way back is still under way.
  const isSaving = useRef(false);

  const comment = (): string | undefined => (isReturned ? textToValue(answer) : undefined);

  async function save(): Promise<void> {
    if (isSaving.current) return;
    isSaving.current = true;
    const answered = await form.save(comment());
    if (!answered.ok) {
      isSaving.current = false;
      return;
    }
    const [first, ...others] = answered.value;
    if (first === undefined) {
      say({ text: words.t(isReturned ? 'record.nothingToSend' : 'record.unchanged') });
      if (isReturned) {
        // It would come back as it was: the form waits for a correction or an answer.
        isSaving.current = false;
        return;
      }
    } else saved(first, ...others);
    if (isReturned) discardAnswer();
    if (leave !== undefined) leave();
    else if (next === undefined) back(backTo);
    else go(next, { replace: true });
  }

  return {
    answer,
    writeAnswer,
    submit: () => void save(),
    isReady: () => form.isReady(comment()),
  };
}
