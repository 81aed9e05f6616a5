import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countFeedback, FEEDBACK_ANSWERS_MIN } from '../../src/domain/feedback-figures.ts';
import { FEEDBACK_QUESTIONS } from '../../src/domain/kinds/course-feedback.ts';

const answer = (fields: Record<string, string | number>, removed = false) => ({ removed, fields });
const mark = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined });
const answers = fc.array(
  fc.record({
    useful: mark,
    clear: mark,
    trainer: mark,
    organised: mark,
    applied: mark,
    words: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
  }),
  { maxLength: 12 },
);
const given = (all: readonly Record<string, string | number | undefined>[]) =>
  all.map((one) =>
    answer(Object.fromEntries(Object.entries(one).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]])))),
  );

describe('what participants thought', () => {
  test('is told from five answers on, question by question', () => {
    const four = [1, 2, 3, 4].map((useful) => answer({ useful, words: `w${useful}` }));
    expect(countFeedback(four)).toMatchObject({ answers: 4, words: [] });
    expect(countFeedback(four).questions.every(({ mean }) => mean === undefined)).toBe(true);
    const { questions, words } = countFeedback([...four, answer({ useful: 5, clear: 5 })]);
    expect(questions[0]).toEqual({ question: 'useful', answers: 5, mean: 3 });
    expect(questions[1]).toEqual({ question: 'clear', answers: 1, mean: undefined });
    expect(words).toEqual(['w1', 'w2', 'w3', 'w4']);
  });

  test('that was removed counts nowhere', () => {
    const all = [...Array.from({ length: 4 }, () => answer({ useful: 5 })), answer({ useful: 1, words: 'x' }, true)];
    expect(countFeedback(all)).toMatchObject({ answers: 4, words: [] });
  });

  test('is the same in every order, so no order tells who came when; and too few answers tell nothing', () => {
    fc.assert(
      fc.property(answers, fc.infiniteStream(fc.nat()), (all, chance) => {
        const figures = countFeedback(given(all));
        const shuffled = all.map((one) => [chance.next().value as number, one] as const).sort((a, b) => a[0] - b[0]);
        expect(countFeedback(given(shuffled.map(([, one]) => one)))).toEqual(figures);
        for (const { answers: n, mean } of figures.questions) expect(mean === undefined).toBe(n < FEEDBACK_ANSWERS_MIN);
        if (all.length < FEEDBACK_ANSWERS_MIN) expect(figures.words).toEqual([]);
        expect(figures.questions.map(({ question }) => question)).toEqual([...FEEDBACK_QUESTIONS]);
      }),
    );
  });
});
