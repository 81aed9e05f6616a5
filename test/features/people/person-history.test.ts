import { expect, test } from 'vitest';
import { historyOf } from '../../../src/features/people/person-history.ts';
import { caseRecord } from '../case-record.ts';

const rowsOf = (...about: Parameters<typeof historyOf>[0]) =>
  historyOf(about).map(({ what, date, held }) => `${date} ${what} ${held.record.id}`);

test('the latest day stands first, and within a day the latest time', () => {
  const rows = rowsOf(
    caseRecord('service', 'a', { date: '2026-11-18', time: '09:00' }),
    caseRecord('service', 'b', { date: '2026-11-23' }),
    caseRecord('service', 'c', { date: '2026-11-18', time: '17:00' }),
  );
  expect(rows).toEqual(['2026-11-23 service b', '2026-11-18 service c', '2026-11-18 service a']);
});

test('a placement is told by its turns, and only the latest carries the state', () => {
  const rows = historyOf([
    caseRecord('placement', 'p', {
      stage: 'USCI',
      referralDate: '2026-01-10',
      entryDate: '2026-03-04',
      exitDate: '2026-09-01',
    }),
  ]);
  expect(rows.map(({ what, hasMark }) => [what, hasMark])).toEqual([
    ['exit', true],
    ['entry', false],
    ['referral', false],
  ]);
});

test('a planned entry is not history', () => {
  const rows = rowsOf(
    caseRecord('placement', 'p', { stage: 'RICE', referralDate: '2026-01-10', entryDate: '2026-12-04' }),
  );
  expect(rows).toEqual(['2026-01-10 referral p']);
});

test('a placement without dates stands at the day it was written, in Italy', () => {
  const rows = rowsOf(caseRecord('placement', 'p', { stage: 'SEGN' }, '2026-03-04T23:30:00.000Z'));
  expect(rows).toEqual(['2026-03-05 placement p']);
});
