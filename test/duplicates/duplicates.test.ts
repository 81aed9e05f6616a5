import { describe, expect, test } from 'vitest';
import { SCORE_MIN } from '../../src/domain/find-duplicates.ts';
import { createLabelledSet } from './labelled-set.ts';
import { alarmRateOf, precisionOf, propose, recallOf, tally } from './measure.ts';
import { PERTURBATIONS } from './perturbations.ts';
import { reportDuplicates } from './report.ts';

/** A smaller set than the report's, of the same make; the same seed gives the same figures to the last digit. */
const set = createLabelledSet(7, 1_000, 60);
const proposals = propose(set);
const of = (kind: string) =>
  tally(
    proposals.filter((one) => one.kind === kind),
    SCORE_MIN,
  );

/** A little under what was measured: `npm run duplicates` says how much a change of the rule gives and takes. */
describe('likely duplicates of the labelled set', () => {
  test('are found, and are what they seem, at least as often as measured', () => {
    const all = tally(proposals, SCORE_MIN);
    expect(recallOf(all)).toBeGreaterThanOrEqual(0.88);
    expect(precisionOf(all)).toBeGreaterThanOrEqual(0.6);
  });

  test.each([
    ['same', 1],
    ['swapped', 1],
    ['no year', 1],
    ['year off', 1],
    ['bracket', 1],
    ['phone', 1],
    ['script', 0.9],
    ['typo', 0.9],
    ['two typos', 0.85],
    ['spelling', 0.75],
  ])('written otherwise (%s), at least %d of them', (kind, least) => {
    expect(recallOf(of(kind))).toBeGreaterThanOrEqual(least);
  });

  test.each([
    ['sibling', 0.15],
    ['stranger', 0.15],
    ['homonym', 0.45],
  ])('a %s is taken for somebody in at most %d of the cases', (kind, most) => {
    expect(alarmRateOf(of(kind))).toBeLessThanOrEqual(most);
  });
});

describe('the labelled set', () => {
  test('is the same for a seed, and another for another', () => {
    const again = createLabelledSet(7, 1_000, 60);
    expect([...again.registered]).toEqual([...set.registered]);
    expect(again.queries).toEqual(set.queries);
    expect(createLabelledSet(8, 1_000, 60).queries).not.toEqual(set.queries);
  });

  test('has as many who come again in every way, and as many others', () => {
    for (const { name } of PERTURBATIONS) expect(of(name)).toMatchObject({ queries: 60, known: 60 });
    const known = set.queries.filter(({ sameAs }) => sameAs !== undefined).length;
    expect(Math.abs(set.queries.length - 2 * known)).toBeLessThanOrEqual(2);
  });

  test('writes somebody otherwise in every way but one', () => {
    const unchanged = set.queries.filter(({ kind, fields, sameAs }) => {
      const { givenName, familyName } = set.registered.get(sameAs ?? '') ?? {};
      return kind === 'spelling + typo' && fields.givenName === givenName && fields.familyName === familyName;
    });
    expect(unchanged).toEqual([]);
  });
});

test('the report has a line for every way, every sort of other and every threshold', () => {
  const report = reportDuplicates({ seed: 3, people: 200, perRow: 5 });
  for (const { name } of PERTURBATIONS)
    expect(report).toMatch(new RegExp(`^${name.replaceAll('+', '\\+')} +[01]\\.\\d{3}`, 'm'));
  expect(report).toMatch(/^overall, from a score of 0\.5: precision [01]\.\d{3}, recall [01]\.\d{3}$/m);
  expect(report).toMatch(/^0\.50 \* /m);
});
