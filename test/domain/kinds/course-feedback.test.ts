import { describe, expect, test } from 'vitest';
import { applyChange } from '../../../src/domain/apply-change.ts';
import { CourseFeedback } from '../../../src/domain/kinds/course-feedback.ts';
import { anna, applied, contextOf, createOf, editOf, refusalIn, rulesIn, TODAY } from '../sample-changes.ts';

const course = applied(undefined, createOf('course', { title: 'Uno', startDate: TODAY, state: 'PLAN' }), anna, 1);
const give = (fields: Readonly<Record<string, unknown>>, related = [course]) =>
  applyChange(undefined, createOf('course-feedback', { course: course.id, ...fields }), contextOf(anna, 2, related));

describe('an answer to a course', () => {
  test.each([
    ['of one mark', { useful: 5 }, []],
    ['of words only', { words: 'Bello' }, []],
    ['of nothing', {}, ['useful: FeedbackEmpty']],
    ['of six', { clear: 6 }, ['clear: ValueTooBig']],
    ['of a half', { clear: 2.5 }, ['clear: ValueInvalid']],
    ['of somebody', { useful: 5, enrolment: course.id }, ['enrolment: FieldUnknown']],
  ])('%s', (_, fields, rules) => {
    expect(rulesIn(give(fields))).toEqual(rules);
  });

  test('names nobody: its shape has no field that could', () => {
    expect(Object.keys(CourseFeedback.shape)).toEqual([
      'course',
      'useful',
      'clear',
      'trainer',
      'organised',
      'applied',
      'words',
    ]);
  });

  test('of no course is refused, and one that was given stays as it is', () => {
    expect(refusalIn(give({ useful: 5 }, []))).toEqual({ type: 'SubjectUnknown', field: 'course' });
    const given = applied(undefined, createOf('course-feedback', { course: course.id, useful: 2 }), anna, 2, [course]);
    const better = editOf(given, { useful: [2, 5] });
    expect(rulesIn(applyChange(given, better, contextOf(anna, 3, [course])))).toEqual(['useful: FeedbackGiven']);
  });
});
