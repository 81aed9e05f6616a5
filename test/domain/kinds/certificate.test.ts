import { describe, expect, test } from 'vitest';
import { applyChange } from '../../../src/domain/apply-change.ts';
import { anna, applied, carla, contextOf, createOf, editOf, refusalIn, rulesIn, TODAY } from '../sample-changes.ts';

const course = applied(undefined, createOf('course', { title: 'Uno', startDate: TODAY, state: 'PLAN' }), carla, 1);
const who = { course: course.id, givenName: 'Lea', familyName: 'Rossi', municipality: 'Savona' };
const enrolment = applied(undefined, createOf('enrolment', who), carla, 2, [course]);
const base = {
  enrolment: enrolment.id,
  code: 'D9690123456789ABCDEFGHJK',
  courseTitle: 'Uno',
  minutes: 180,
  courseMinutes: 240,
  issuedDate: TODAY,
  state: 'VALD',
};
const issue = (more: Readonly<Record<string, unknown>> = {}, related = [enrolment], actor = carla) =>
  applyChange(undefined, createOf('certificate', { ...base, ...more }), contextOf(actor, 3, related));

describe('a certificate', () => {
  test.each([
    ['for three quarters of the course', {}, []],
    ['for a minute less', { minutes: 179 }, ['minutes: CertificateTooFewHours']],
    ['of a course without a length', { courseMinutes: 0 }, ['courseMinutes: ValueTooSmall']],
    ['of tomorrow', { issuedDate: '2026-11-24' }, ['issuedDate: CertificateDateInFuture']],
    ['with a code that is none', { code: 'D969-1' }, ['code: ValueInvalid']],
    ['with a name', { name: 'Lea' }, ['name: FieldUnknown']],
  ])('%s', (_, more, rules) => {
    expect(rulesIn(issue(more))).toEqual(rules);
  });

  test('of nobody is refused, and so is one that a worker issues', () => {
    expect(refusalIn(issue({}, []))).toEqual({ type: 'SubjectUnknown', field: 'enrolment' });
    expect(refusalIn(issue({}, [enrolment], anna))).toEqual({ type: 'NotPermitted' });
  });

  test('beside another one of the same enrolment holds too', () => {
    const first = applied(undefined, createOf('certificate', base), carla, 3, [enrolment]);
    expect(rulesIn(issue({ code: 'D9691123456789ABCDEFGHJK' }, [enrolment, first]))).toEqual([]);
  });

  test('can be withdrawn and given back, and says for ever what was printed', () => {
    const made = applied(undefined, createOf('certificate', base), carla, 3, [enrolment]);
    const gone = applied(made, editOf(made, { state: ['VALD', 'WDRN'] }), carla, 4, [enrolment]);
    expect(gone.fields.state).toBe('WDRN');
    expect(applied(gone, editOf(gone, { state: ['WDRN', 'VALD'] }), carla, 5, [enrolment]).fields.state).toBe('VALD');
    for (const [field, to] of [
      ['courseTitle', 'Due'],
      ['minutes', 240],
      ['courseMinutes', 180],
      ['issuedDate', '2026-11-01'],
      ['code', 'D9691123456789ABCDEFGHJK'],
    ] as const) {
      const edit = editOf(made, { [field]: [base[field], to] });
      expect(rulesIn(applyChange(made, edit, contextOf(carla, 4, [enrolment])))).toEqual([
        `${field}: CertificatePrinted`,
      ]);
    }
  });
});
