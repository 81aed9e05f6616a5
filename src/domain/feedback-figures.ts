import type { Fields } from './json-value.ts';
import { type CourseFeedback, FEEDBACK_QUESTIONS, type FeedbackQuestion } from './kinds/course-feedback.ts';

/** With fewer answers one could tell whose they are: the same limit as for small cells. */
export const FEEDBACK_ANSWERS_MIN = 5;

export type QuestionFigure = {
  readonly question: FeedbackQuestion;
  readonly answers: number;
  /** Undefined while too few have answered this question. */
  readonly mean: number | undefined;
};
export type FeedbackFigures = {
  readonly answers: number;
  readonly questions: readonly QuestionFigure[];
  /** Open words, in the order of the alphabet, so that their order tells nothing; none while too few have answered. */
  readonly words: readonly string[];
};

type Counted = { readonly removed: boolean; readonly fields: Fields };

/** Over the answers to one course. A single answer comes out of here nowhere. Pure. */
export function countFeedback(records: readonly Counted[]): FeedbackFigures {
  const given = records.filter(({ removed }) => !removed).map(({ fields }) => fields as Partial<CourseFeedback>);
  const words = given.flatMap((one) => one.words ?? []);
  return {
    answers: given.length,
    questions: FEEDBACK_QUESTIONS.map((question) => {
      const marks = given.flatMap((one) => one[question] ?? []);
      const isShown = marks.length >= FEEDBACK_ANSWERS_MIN;
      return { question, answers: marks.length, mean: isShown ? meanOf(marks) : undefined };
    }),
    words: given.length >= FEEDBACK_ANSWERS_MIN ? words.sort((a, b) => a.localeCompare(b)) : [],
  };
}

const meanOf = (marks: readonly number[]): number => marks.reduce((sum, mark) => sum + mark, 0) / marks.length;
