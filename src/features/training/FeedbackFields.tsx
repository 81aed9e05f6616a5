import { FEEDBACK_MARKS, FEEDBACK_QUESTIONS, FEEDBACK_WORDS_LENGTH_MAX } from '../../domain/kinds/course-feedback.ts';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { fieldLabel } from '../field-words.ts';
import { useSession } from '../session.ts';
import type { FeedbackAnswers } from './use-feedback.ts';

type FeedbackFieldsProps = {
  readonly answers: FeedbackAnswers;
  readonly onInput: (answers: FeedbackAnswers) => void;
  readonly error: string | undefined;
};

/** Five questions with marks from 1 to 5, and a place for words. */
export function FeedbackFields({ answers, onInput, error }: FeedbackFieldsProps) {
  const { words } = useSession();
  const { t } = words;
  const marks = FEEDBACK_MARKS.map((mark) => ({
    value: String(mark),
    label: mark === 1 ? t('training.mark1') : mark === 5 ? t('training.mark5') : words.formatNumber(mark),
  }));
  return (
    <Stack>
      {FEEDBACK_QUESTIONS.map((question, index) => (
        <ChoiceChips
          key={question}
          label={fieldLabel(words, 'course-feedback', question)}
          error={index === 0 ? error : undefined}
          choices={marks}
          value={answers[question] === undefined ? undefined : String(answers[question])}
          onInput={(mark) => onInput({ ...answers, [question]: mark === undefined ? undefined : Number(mark) })}
        />
      ))}
      <TextArea
        label={fieldLabel(words, 'course-feedback', 'words')}
        hint={t('training.feedbackWordsHint')}
        value={answers.words ?? ''}
        onInput={(text) => onInput({ ...answers, words: text })}
        rows={3}
        maxLength={FEEDBACK_WORDS_LENGTH_MAX}
      />
    </Stack>
  );
}
