import { FEEDBACK_MARKS, FEEDBACK_QUESTIONS, FEEDBACK_WORDS_LENGTH_MAX } from '../../domain/kinds/course-feedback.ts';
import { ScaleField } from '../../ui/ScaleField.tsx';
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
  const marks = FEEDBACK_MARKS.map((value) => ({ value, label: words.formatNumber(value) }));
  const ends = { low: t('training.markLow'), high: t('training.markHigh') };
  return (
    <Stack>
      {FEEDBACK_QUESTIONS.map((question, index) => (
        <ScaleField
          key={question}
          label={fieldLabel(words, 'course-feedback', question)}
          error={index === 0 ? error : undefined}
          marks={marks}
          ends={ends}
          value={answers[question]}
          onInput={(mark) => onInput({ ...answers, [question]: mark })}
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
