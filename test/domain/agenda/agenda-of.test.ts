import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agendaOf } from '../../../src/domain/agenda/agenda-of.ts';
import { AGENDA_RULES } from '../../../src/domain/agenda/agenda-rules.ts';
import { addDays } from '../../../src/domain/calendar.ts';
import { KINDS } from '../../../src/domain/kinds.ts';
import type { RecordEnvelope } from '../../../src/domain/record.ts';
import { recordOf, serviceOf, TODAY } from '../../features/vault-of.ts';

const agenda = (records: readonly RecordEnvelope[], until = TODAY, today = TODAY) =>
  agendaOf(AGENDA_RULES, {
    recordsOf: (kind) => records.filter((one) => one.kind === kind),
    aboutOf: (id) => records.filter(({ fields }) => fields.placement === id),
    today,
    until,
  });
const dueOf = (record: RecordEnvelope) => agenda([record], '2199-01-01').map(({ code, due }) => `${code} ${due}`);
const isDueToday = (record: RecordEnvelope) => agenda([record]).length === 1;

test('every rule counts from a date that its kind has, and looks at fields that it has', () => {
  for (const { kind, from, only, doneField, doneBy } of AGENDA_RULES) {
    const done = doneBy === undefined ? {} : (KINDS.get(doneBy.kind)?.schema.shape ?? {});
    expect(Object.keys(done)).toEqual(expect.arrayContaining(doneBy === undefined ? [] : [doneBy.field]));
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

describe('a month in a home', () => {
  const placed = recordOf('placement', { stage: 'ACCO', entryDate: '2026-09-14' });
  const told = (month: string, parts = {}) =>
    recordOf('monthly-situation', { placement: placed.id, month, situation: 'E8_1' }, parts);
  const monthsDue = (records: readonly RecordEnvelope[], until = '2026-12-31') =>
    agenda(records, until).map(({ due, month }) => `${month} ${due}`);

  test('is due on its last day, from the month of the entry on', () => {
    expect(monthsDue([placed])).toEqual([
      '2026-09 2026-09-30',
      '2026-10 2026-10-31',
      '2026-11 2026-11-30',
      '2026-12 2026-12-31',
    ]);
    expect(monthsDue([placed], TODAY)).toEqual(['2026-09 2026-09-30', '2026-10 2026-10-31']);
  });

  test('that was told is not due, whoever told it; one that was taken back is', () => {
    expect(monthsDue([placed, told('2026-09'), told('2026-11')])).toEqual(['2026-10 2026-10-31', '2026-12 2026-12-31']);
    expect(monthsDue([placed, told('2026-10', { removed: true })], TODAY)).toHaveLength(2);
  });

  test('of a household that waits or has left is not due; one long past is to be corrected, not done', () => {
    expect(monthsDue([recordOf('placement', { stage: 'RICE', entryDate: '2026-09-14' })])).toEqual([]);
    expect(monthsDue([recordOf('placement', { stage: 'USCI', entryDate: '2026-09-14' })])).toEqual([]);
    const old = recordOf('placement', { stage: 'INSE', entryDate: '2026-01-10' });
    expect(monthsDue([old], TODAY)).toEqual(['2026-09 2026-09-30', '2026-10 2026-10-31']);
  });
});

describe('after an exit', () => {
  const left = recordOf('placement', { stage: 'USCI', exitDate: '2026-08-31', exitOutcome: 'AUTO' });
  const done = (after: string) => recordOf('exit-follow-up', { placement: left.id, after, situation: 'AUTO' });
  const codes = (records: readonly RecordEnvelope[]) =>
    agenda(records, '2027-12-31').map(({ code, due }) => `${code} ${due}`);

  test('somebody asks at three and at six months, each until it was done', () => {
    expect(codes([left])).toEqual(['FUP3 2026-11-30', 'FUP6 2027-02-28']);
    expect(codes([left, done('M3')])).toEqual(['FUP6 2027-02-28']);
    expect(codes([left, done('M3'), done('M6')])).toEqual([]);
  });

  test('nobody asks after who died', () => {
    expect(codes([{ ...left, fields: { ...left.fields, exitOutcome: 'DECE' } }])).toEqual([]);
  });
});

test('the next step of a placement is due on its day', () => {
  const next = { stage: 'RICE', nextStep: 'Visita', nextStepDate: '2026-11-25' };
  expect(dueOf(recordOf('placement', next))).toEqual(['PASS 2026-11-25']);
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
    expect(dueOf({ ...serviceOf(referral), review: { state: 'locked' } })).toEqual([]);
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
