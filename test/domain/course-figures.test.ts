import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMPLETION_SHARE } from '../../src/domain/course-completion.ts';
import { attendedByEnrolment, countCourses } from '../../src/domain/course-figures.ts';
import type { Id } from '../../src/domain/primitives.ts';

type Counted = Parameters<typeof countCourses>[0][number];
const recordOf = (kind: string, id: string, fields: Counted['fields'], more: Partial<Counted> = {}): Counted => ({
  id: id as Id,
  kind,
  removed: false,
  fields,
  ...more,
});
const course = (id: string, fields: Counted['fields'] = {}) => recordOf('course', id, { state: 'HELD', ...fields });
const session = (id: string, of = 'c', minutes = 120) => recordOf('course-session', id, { course: of, minutes });
const enrolled = (id: string, name: string, of = 'c', municipality = 'Genova') =>
  recordOf('enrolment', id, { course: of, givenName: name, familyName: 'Rossi', municipality });
const came = (id: string, at: string, who: string, minutes?: number) =>
  recordOf('course-attendance', id, { session: at, enrolment: who, ...(minutes !== undefined && { minutes }) });

describe('figures of courses', () => {
  test('an operator of two courses is trained once; attendances and hours are told apart', () => {
    const figures = countCourses([
      course('c'),
      course('d'),
      session('c1'),
      session('c2'),
      session('d1', 'd', 60),
      enrolled('lea', 'Lea'),
      enrolled('lea again', 'LEA', 'd'),
      enrolled('ugo', 'Ugo', 'c', 'Savona'),
      enrolled('ida', 'Ida'),
      came('1', 'c1', 'lea'),
      came('2', 'c2', 'lea', 30),
      came('3', 'd1', 'lea again'),
      came('4', 'c1', 'ugo'),
    ]);
    expect(figures).toEqual({
      courses: 2,
      enrolled: 4,
      trained: 2,
      attendances: 4,
      minutes: 120 + 30 + 60 + 120,
      // Lea's second enrolment alone reached three quarters of its course.
      completed: 1,
      trainedByMunicipality: new Map([
        ['Genova', 1],
        ['Savona', 1],
      ]),
    });
  });

  test.each([
    [179, 0],
    [180, 1],
  ])('%i of 240 planned minutes complete the course: %i', (minutes, completed) => {
    const records = [course('c', { plannedMinutes: 240 }), session('c1', 'c', 600), enrolled('lea', 'Lea')];
    expect(COMPLETION_SHARE).toBe(0.75);
    const all = [...records, came('1', 'c1', 'lea', minutes)];
    expect(countCourses(all).completed).toBe(completed);
    expect(attendedByEnrolment(all)).toEqual(new Map([['lea', { minutes, sessions: 1, courseMinutes: 240 }]]));
  });

  test('cancelled courses, what was removed, and a presence at another course’s session count nowhere', () => {
    const nothing = { courses: 0, enrolled: 0, trained: 0, attendances: 0, minutes: 0, completed: 0 };
    const parts = [session('c1'), enrolled('lea', 'Lea'), came('1', 'c1', 'lea')];
    expect(countCourses([course('c', { state: 'CANC' }), ...parts])).toMatchObject(nothing);
    expect(countCourses([{ ...course('c'), removed: true }, ...parts])).toMatchObject(nothing);
    const foreign = [course('c'), course('d'), session('d1', 'd'), enrolled('lea', 'Lea'), came('1', 'd1', 'lea')];
    expect(countCourses(foreign)).toMatchObject({ trained: 0, attendances: 0, minutes: 0 });
  });

  test('a municipality is one however it is spelled, by its commonest spelling', () => {
    const written = ['savona', 'Savona', 'SAVONA ', 'Savona', 'Forli’', 'Forlì', 'Genova'];
    const records = [
      course('c'),
      session('c1'),
      ...written.flatMap((name, at) => [enrolled(`e${at}`, `Ida${at}`, 'c', name), came(`${at}`, 'c1', `e${at}`)]),
    ];
    const places = new Map([
      ['Savona', 4],
      ['Forli’', 2],
      ['Genova', 1],
    ]);
    expect(countCourses(records).trainedByMunicipality).toEqual(places);
    expect(countCourses(records.toReversed()).trainedByMunicipality).toEqual(places);
  });

  test('no order of arrival and no double presence changes a figure', () => {
    const records = [
      course('c'),
      session('c1'),
      session('c2'),
      ...['a', 'b', 'c'].map((name) => enrolled(name, name)),
      ...['a', 'b', 'c'].flatMap((name) => [came(`${name}1`, 'c1', name), came(`${name}2`, 'c2', name, 45)]),
      came('double', 'c2', 'a', 30),
    ];
    const expected = countCourses(records);
    expect(expected).toMatchObject({ trained: 3, attendances: 6, minutes: 3 * 165 });
    fc.assert(
      fc.property(fc.shuffledSubarray(records, { minLength: records.length }), (shuffled) => {
        expect(countCourses(shuffled)).toEqual(expected);
      }),
    );
  });
});
