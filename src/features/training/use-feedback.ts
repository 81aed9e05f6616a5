import { useState } from 'preact/hooks';
import type { FeedbackQuestion } from '../../domain/kinds/course-feedback.ts';
import { useSession } from '../session.ts';
import { refusalToText } from '../use-save.ts';

export type FeedbackAnswers = Partial<Record<FeedbackQuestion, number | undefined>> & { readonly words?: string };

/**
 * One answered questionnaire after the other. They are no drafts, on purpose: what somebody left half filled must not greet the next
 * person, nor lie under anybody's name.
 */
export function useFeedback(courseId: string) {
  const { vault, words, newId, say, nudge } = useSession();
  const [answers, setAnswers] = useState<FeedbackAnswers>({});
  const [error, setError] = useState<string | undefined>(undefined);
  const input = (next: FeedbackAnswers) => {
    setError(undefined);
    setAnswers(next);
  };
  /** False where nothing was saved; why is said. */
  const save = async (): Promise<boolean> => {
    const { words: text = '', ...marks } = answers;
    const given = Object.entries(marks).flatMap(([question, mark]) => (mark === undefined ? [] : [[question, mark]]));
    const fields = {
      course: courseId,
      ...Object.fromEntries(given),
      ...(text.trim() !== '' && { words: text.trim() }),
    };
    const answer = await vault.saveChange({ type: 'create', kind: 'course-feedback', recordId: newId(), fields });
    if (!answer.ok) {
      const sentence = refusalToText(words, answer.error);
      if (answer.error.type === 'FieldsRefused') setError(sentence);
      else say({ text: sentence, tone: 'stop' });
      return false;
    }
    nudge();
    setAnswers({});
    return true;
  };
  return { answers, error, input, save };
}
