import { expect, test } from 'vitest';
import { countIn, placementsIn } from '../../../src/features/housing/placement-rows.ts';
import { caseRecord } from '../case-record.ts';

const placements = [
  caseRecord('placement', 'newest', { stage: 'SEGN' }),
  caseRecord('placement', 'far', { stage: 'INSE', expectedExitDate: '2027-03-01' }),
  caseRecord('placement', 'left', { stage: 'USCI', expectedExitDate: '2026-01-01', exitDate: '2026-02-01' }),
  caseRecord('placement', 'soon', { stage: 'ACCO', expectedExitDate: '2026-11-20' }),
  caseRecord('placement', 'older', { stage: 'VALU' }),
];
const idsIn = (filter: Parameters<typeof placementsIn>[0]) =>
  placementsIn(filter, placements).map(({ record }) => record.id);

test('the soonest expected exit stands first, and what has none keeps its order behind', () => {
  expect(idsIn('open')).toEqual(['soon', 'far', 'newest', 'older']);
});

test('an ended placement is under its own stage only', () => {
  expect(idsIn('USCI')).toEqual(['left']);
  expect(countIn('open', placements)).toBe(4);
  expect(countIn('INSE', placements)).toBe(1);
});
