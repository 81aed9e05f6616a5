import { expect, test } from 'vitest';
import { findOverPlan } from '../../src/features/course-records.ts';
import { heldIn, recordOf, TODAY, vaultOf } from './vault-of.ts';

test.each([
  [720, [360, 780], { minutes: 1140, planned: 720 }],
  [720, [360, 360], undefined],
  [undefined, [360, 780], undefined],
])('a course planned for %s minutes with meetings of %j has outgrown its plan: %j', (planned, meetings, over) => {
  const course = recordOf('course', { title: 'Abitare', state: 'PLAN', ...(planned && { plannedMinutes: planned }) });
  const sessions = meetings.map((minutes) => recordOf('course-session', { course: course.id, date: TODAY, minutes }));
  const vault = vaultOf([course, ...sessions]);
  expect(findOverPlan(vault, heldIn(vault, course))).toEqual(over);
});
