import { describe, expect, test } from 'vitest';
import { applyChange } from '../../../src/domain/apply-change.ts';
import { anna, applied, contextOf, createOf, editOf, rulesIn, TODAY } from '../sample-changes.ts';

const base = { what: 'Questura', date: TODAY, state: 'PLAN' };
const rulesOf = (more: Readonly<Record<string, unknown>>) =>
  rulesIn(applyChange(undefined, createOf('appointment', { ...base, ...more }), contextOf(anna, 1)));

describe('an appointment', () => {
  test.each([
    ['as it is', {}, []],
    ['far ahead', { date: '2028-01-01' }, []],
    ['called off ahead', { date: '2028-01-01', state: 'CANC' }, []],
    ['held tomorrow', { date: '2026-11-24', state: 'DONE' }, ['state: AppointmentNotYet']],
    ['missed tomorrow', { date: '2026-11-24', state: 'MISS' }, ['state: AppointmentNotYet']],
    ['before the project', { date: '2023-12-31' }, ['date: ServiceDateBeforeProject']],
    ['about nothing', { what: ' ' }, ['what: TextEmpty']],
  ])('%s', (_, more, rules) => {
    expect(rulesOf(more)).toEqual(rules);
  });

  test('can have its note mended after its day', () => {
    const appointment = applied(undefined, createOf('appointment', { ...base, state: 'DONE' }), anna, 1);
    expect(applyChange(appointment, editOf(appointment, { note: [null, 'Torna lunedì'] }), contextOf(anna, 2)).ok).toBe(
      true,
    );
  });
});
