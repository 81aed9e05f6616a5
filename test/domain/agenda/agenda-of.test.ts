import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agendaOf } from '../../../src/domain/agenda/agenda-of.ts';
import { AGENDA_RULES } from '../../../src/domain/agenda/agenda-rules.ts';
import { addDays } from '../../../src/domain/calendar.ts';
import { KINDS } from '../../../src/domain/kinds.ts';
import type { RecordEnvelope } from '../../../src/domain/record.ts';
import { recordOf, serviceOf, TODAY } from '../../features/vault-of.ts';

const agenda = (records: readonly RecordEnvelope[], until = TODAY, today = TODAY) =>
  agendaOf(AGENDA_RULES, { recordsOf: (kind) => records.filter((one) => one.kind === kind), today, until });
const dueOf = (record: RecordEnvelope) => agenda([record], '2199-01-01').map(({ code, due }) => `${code} ${due}`);
const isDueToday = (record: RecordEnvelope) => agenda([record]).length === 1;

test('every rule counts from a date that its kind has, and looks at fields that it has', () => {
  for (const { kind, from, only, doneField } of AGENDA_RULES) {
    const fields = Object.keys(KINDS.get(kind)?.schema.shape ?? {});
    expect(fields).toEqual(
      expect.arrayContaining([from, ...(only ? [only.field] : []), ...(doneField ? [doneField] : [])]),
    );
  }
});

describe('an expected exit', () => {
  const placement = (fields: RecordEnvelope['fields']) => recordOf('placement', { stage: 'INSE', ...fields });
  // Told in the week before, and for 30 days after.
  test.each([
    ['2026-11-23', true],
    ['2026-11-30', true],
    ['2026-12-01', false],
    ['2026-10-24', true],
    ['2026-10-23', false],
  ])('on %s is due today: %s', (expectedExitDate, isDue) => {
    expect(isDueToday(placement({ expectedExitDate }))).toBe(isDue);
  });

  test('of a household that has left, or without a date, is not due', () => {
    const expectedExitDate = '2026-11-26';
    expect(isDueToday(placement({ expectedExitDate, stage: 'USCI' }))).toBe(false);
    expect(isDueToday(placement({ expectedExitDate, exitDate: '2026-11-20' }))).toBe(false);
    expect(isDueToday(placement({}))).toBe(false);
  });
});

describe('other rules', () => {
  test('a permit is to be renewed from 60 days before its end', () => {
    expect(dueOf(recordOf('beneficiary', { permitExpiryDate: '2027-01-31' }))).toEqual(['PERM 2026-12-02']);
  });

  test('a referral is asked about two weeks later, until its outcome is known', () => {
    const referral = { types: ['ORIE', 'INVI'], date: '2026-11-20' };
    expect(dueOf(serviceOf(referral))).toEqual(['INVI 2026-12-04']);
    expect(dueOf(serviceOf({ ...referral, referralOutcome: 'NSA' }))).toEqual([]);
    expect(dueOf(serviceOf({ ...referral, types: ['ORIE'] }))).toEqual([]);
  });

  test('an appointment stands there while it is planned', () => {
    const appointment = { what: 'Questura', date: '2026-11-25' };
    expect(dueOf(recordOf('appointment', { ...appointment, state: 'PLAN' }))).toEqual(['APPO 2026-11-25']);
    expect(dueOf(recordOf('appointment', { ...appointment, state: 'CANC' }))).toEqual([]);
  });

  test('what was removed is not due', () => {
    const fields = { what: 'Questura', date: TODAY, state: 'PLAN' };
    expect(isDueToday(recordOf('appointment', fields))).toBe(true);
    expect(isDueToday(recordOf('appointment', fields, { removed: true }))).toBe(false);
  });
});

test('the day comes first, then the hour, then what has no hour', () => {
  const at = (date: string, time?: string) =>
    recordOf('appointment', { what: 'x', date, state: 'PLAN', ...(time !== undefined && { time }) });
  const exit = recordOf('placement', { stage: 'INSE', expectedExitDate: addDays(TODAY, 7) });
  const records = [exit, at(TODAY), at(TODAY, '15:00'), at(TODAY, '09:00'), at(addDays(TODAY, -1), '18:00')];
  expect(agenda(records).map(({ code, time }) => time ?? code)).toEqual(['18:00', '09:00', '15:00', 'APPO', 'ESCI']);
});

test('a longer look only adds at the end', () => {
  const days = fc.integer({ min: -80, max: 80 });
  fc.assert(
    fc.property(fc.array(days, { maxLength: 20 }), fc.nat(60), fc.nat(60), (offsets, near, more) => {
      const records = offsets.map((offset) =>
        recordOf('appointment', { what: 'x', date: addDays(TODAY, offset), state: 'PLAN' }),
      );
      const short = agenda(records, addDays(TODAY, near));
      expect(agenda(records, addDays(TODAY, near + more)).slice(0, short.length)).toEqual(short);
    }),
  );
});
