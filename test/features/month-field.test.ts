import { expect, test } from 'vitest';
import { monthsSinceBegin } from '../../src/features/month-field.tsx';

test('months reach from the beginning of the project to the third one ahead', () => {
  const months = monthsSinceBegin('2026-11-30');
  expect(months.slice(0, 2)).toEqual(['2024-01', '2024-02']);
  expect(months.slice(-2)).toEqual(['2027-01', '2027-02']);
  expect(months).toHaveLength(38);
});
