import { describe, expect, test } from 'vitest';
import { applyChange } from '../../../src/domain/apply-change.ts';
import type { Fields } from '../../../src/domain/json-value.ts';
import type { RecordEnvelope } from '../../../src/domain/record.ts';
import { anna, applied, bruno, contextOf, createOf, editOf, rulesIn, TODAY, volunteer } from '../sample-changes.ts';

const course = (more: Fields = {}) =>
  createOf('course', { title: 'Accoglienza', startDate: TODAY, state: 'PLAN', ...more });
const rulesOf = (kind: string, fields: Fields, related: readonly RecordEnvelope[] = []) =>
  rulesIn(applyChange(undefined, createOf(kind, fields), contextOf(anna, 9, related)));
const written = (change: ReturnType<typeof createOf>, related: readonly RecordEnvelope[] = []) =>
  applied(undefined, change, bruno, 1, related);

describe('a course', () => {
  test.each([
    ['as it is', {}, []],
    ['that ends before it starts', { endDate: '2026-11-22' }, ['endDate: CourseEndBeforeStart']],
    ['held, and not over yet', { endDate: '2026-12-01', state: 'HELD' }, ['state: CourseHeldInFuture']],
    ['before the project', { startDate: '2023-12-31' }, ['startDate: EventDateBeforeProject']],
    ['of no length', { plannedMinutes: 0 }, ['plannedMinutes: ValueTooSmall']],
  ])('%s', (_, more, rules) => {
    const change = course(more);
    expect(rulesIn(applyChange(undefined, change, contextOf(anna, 1)))).toEqual(rules);
  });

  test('is nothing that a volunteer reads', () => {
    expect(applyChange(undefined, course(), contextOf(volunteer, 1)).ok).toBe(false);
  });
});

describe('what belongs to a course', () => {
  const open = written(course());
  const cancelled = written(course({ state: 'CANC' }));
  const session = { course: open.id, date: TODAY, minutes: 120 };
  const lea = { course: open.id, givenName: 'Léa', familyName: 'Rossi', municipality: 'Genova' };

  test.each([
    ['as it is', {}, []],
    ['that ends before it starts', { startTime: '15:00', endTime: '14:00' }, ['endTime: EndBeforeStart']],
    ['of no length', { minutes: 0 }, ['minutes: ValueTooSmall']],
  ])('a session %s', (_, more, rules) => {
    expect(rulesOf('course-session', { ...session, ...more }, [open])).toEqual(rules);
  });

  test('a cancelled course takes neither sessions nor people', () => {
    const there = { course: cancelled.id };
    expect(rulesOf('course-session', { ...session, ...there }, [cancelled])).toEqual(['course: CourseCancelled']);
    expect(rulesOf('enrolment', { ...lea, ...there }, [cancelled])).toEqual(['course: CourseCancelled']);
  });

  test.each([
    ['spelled otherwise', { givenName: 'LEA', familyName: 'rossi' }, true],
    ['with the parts swapped', { givenName: 'Rossi', familyName: 'Lea' }, true],
    ['of another municipality', { municipality: 'Savona' }, false],
    ['of another name', { givenName: 'Leo' }, false],
  ])('the same operator %s is enrolled once: %s', (_, more, isSame) => {
    const first = written(createOf('enrolment', lea), [open]);
    expect(rulesOf('enrolment', { ...lea, ...more }, [open, first])).toEqual(
      isSame ? ['familyName: AlreadyEnrolled'] : [],
    );
  });

  test('one address is one operator, whatever the name', () => {
    const first = written(createOf('enrolment', { ...lea, email: 'lea@comune.example' }), [open]);
    const again = { ...lea, givenName: 'L.', email: 'LEA@comune.example' };
    expect(rulesOf('enrolment', again, [open, first])).toEqual(['familyName: AlreadyEnrolled']);
  });

  test('a note on an enrolment can be mended though its twin was let in by an older version', () => {
    const first = written(createOf('enrolment', lea), [open]);
    const twin = { ...written(createOf('enrolment', lea), [open]) };
    expect(applyChange(twin, editOf(twin, { note: [null, 'x'] }), contextOf(anna, 3, [open, first])).ok).toBe(true);
  });
});

describe('a presence at a session', () => {
  const open = written(course());
  const held = written(createOf('course-session', { course: open.id, date: TODAY, minutes: 120 }), [open]);
  const tomorrow = written(createOf('course-session', { course: open.id, date: '2026-11-24', minutes: 120 }), [open]);
  const lea = written(
    createOf('enrolment', { course: open.id, givenName: 'Léa', familyName: 'Rossi', municipality: 'Genova' }),
    [open],
  );
  const presence = { session: held.id, enrolment: lea.id };

  test('counts once, also when another device wrote it', () => {
    const first = written(createOf('course-attendance', presence), [held]);
    expect(rulesOf('course-attendance', presence, [held, first])).toEqual(['enrolment: AlreadyAtSession']);
    const removed = { ...first, removed: true };
    expect(rulesOf('course-attendance', presence, [held, removed])).toEqual([]);
  });

  test('is not before its day, and not longer than its session', () => {
    expect(rulesOf('course-attendance', { ...presence, session: tomorrow.id }, [tomorrow])).toEqual([
      'session: SessionNotYet',
    ]);
    expect(rulesOf('course-attendance', { ...presence, minutes: 121 }, [held])).toEqual([
      'minutes: MinutesOverSession',
    ]);
    expect(rulesOf('course-attendance', { ...presence, minutes: 120 }, [held])).toEqual([]);
  });

  test('can be shortened afterwards', () => {
    const first = applied(undefined, createOf('course-attendance', presence), anna, 1, [held]);
    expect(applyChange(first, editOf(first, { minutes: [null, 60] }), contextOf(anna, 2, [held])).ok).toBe(true);
  });
});
