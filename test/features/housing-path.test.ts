import { describe, expect, test } from 'vitest';
import {
  EXIT_SOON_DAYS,
  findCurrentPlacement,
  findDaysToExit,
  nextStage,
  pathTo,
  stayOf,
} from '../../src/features/housing-path.ts';
import { caseRecord } from './case-record.ts';

const today = '2026-11-23';

test('stations before the stage are done, and the stage after it is the next step', () => {
  expect(pathTo('PATT').map(({ state }) => state)).toEqual([
    'done',
    'done',
    'now',
    'next',
    'next',
    'next',
    'next',
    'next',
  ]);
  expect(nextStage('PATT')).toBe('RICE');
  expect(nextStage('FUP')).toBeUndefined();
});

describe('how long', () => {
  test('who moved in is counted from the entry', () => {
    const fields = { stage: 'INSE', referralDate: '2026-01-10', entryDate: '2026-03-04' } as const;
    expect(stayOf(fields, today)).toEqual({ from: '2026-03-04', days: 264 });
  });

  test('who waits is counted from the referral, also when an entry is planned', () => {
    const fields = { stage: 'RICE', referralDate: '2026-11-13', entryDate: '2026-12-01' } as const;
    expect(stayOf(fields, today)).toEqual({ from: '2026-11-13', days: 10 });
  });

  test('an exit ends the count', () => {
    const fields = { stage: 'USCI', entryDate: '2026-03-04', exitDate: '2026-03-14' } as const;
    expect(stayOf(fields, today)).toEqual({ from: '2026-03-04', to: '2026-03-14', days: 10 });
  });

  test('nothing is counted from a day to come', () => {
    expect(stayOf({ stage: 'SEGN', referralDate: '2026-12-01' }, today)).toBeUndefined();
  });
});

describe('the expected exit', () => {
  test.each([
    ['2026-11-20', -3],
    ['2026-12-23', EXIT_SOON_DAYS],
    ['2026-12-24', undefined],
  ])('%s is %s days away', (expectedExitDate, days) => {
    expect(findDaysToExit({ stage: 'INSE', expectedExitDate }, today)).toBe(days);
  });

  test('matters no more after the exit', () => {
    expect(findDaysToExit({ stage: 'USCI', expectedExitDate: today }, today)).toBeUndefined();
  });
});

test('the open placement counts, otherwise the one that ended last', () => {
  const first = caseRecord('placement', 'first', { stage: 'USCI', exitDate: '2025-01-01' });
  const second = caseRecord('placement', 'second', { stage: 'FUP', exitDate: '2026-01-01' });
  const open = caseRecord('placement', 'open', { stage: 'SEGN' });
  expect(findCurrentPlacement([first, second])).toBe(second);
  expect(findCurrentPlacement([first, second, open])).toBe(open);
  expect(findCurrentPlacement([])).toBeUndefined();
});
