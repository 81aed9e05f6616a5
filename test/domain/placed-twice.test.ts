import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arePeriodsOverlapping } from '../../src/domain/kinds/placement-periods.ts';
import {
  findPlacedTwice,
  memberToPresence,
  type Presence,
  placementToPresence,
} from '../../src/domain/placed-twice.ts';
import { recordOf } from '../features/vault-of.ts';

const presence = (placementId: string, arrival: number, parts: Partial<Presence> = {}): Presence => ({
  placementId,
  personId: 'ousmane',
  start: '2026-03-01',
  end: undefined,
  arrival,
  reasonStandsOn: arrival,
  reasonArrival: undefined,
  ...parts,
});
const told = (...presences: Presence[]) =>
  findPlacedTwice(presences).map(({ placementId, others }) => [
    placementId,
    ...others.map((one) => [one.placementId, ...one.personIds]),
  ]);

describe('who is in two placements', () => {
  test('is told at the one that reached the server second, whatever was written first', () => {
    expect(told(presence('a', 7), presence('b', 4))).toEqual([['a', ['b', 'ousmane']]]);
    expect(told(presence('here', Number.POSITIVE_INFINITY), presence('there', 900))).toEqual([
      ['here', ['there', 'ousmane']],
    ]);
  });

  test('is told once for a household of three, with all who are in both', () => {
    const of = (placementId: string, arrival: number) =>
      ['ousmane', 'fatou', 'amina'].map((personId) => presence(placementId, arrival, { personId }));
    expect(told(...of('a', 1), ...of('b', 2))).toEqual([['b', ['a', 'ousmane', 'fatou', 'amina']]]);
  });

  test.each([
    ['other people', presence('b', 2, { personId: 'fatou' })],
    ['one that ended before', presence('b', 2, { start: '2026-01-01', end: '2026-03-01' })],
    ['the same placement', presence('a', 2)],
  ])('is not told of %s', (_, other) => {
    expect(told(presence('a', 1), other)).toEqual([]);
  });

  test.each([
    ['on the second', { reasonArrival: 8 }, {}, []],
    ['on the first', {}, { reasonArrival: 8 }, []],
    ['given with it', { reasonArrival: 7 }, {}, []],
    ['of before it was so', { reasonArrival: 6 }, { reasonArrival: 5 }, [['b', ['a', 'ousmane']]]],
  ])('is decided by a reason %s', (_, second, first, found) => {
    expect(told(presence('a', 4, first), presence('b', 7, second))).toEqual(found);
  });
});

describe('where somebody is, and since which version', () => {
  const versionsOf = { referralDate: 2, entryDate: 3, exitDate: 9, overlapReason: 4 };
  const fields = { stage: 'INSE', referralDate: '2026-02-01', entryDate: '2026-03-01', overlapReason: 'Comunità' };
  const placement = { ...recordOf('placement', fields), fieldVersions: versionsOf };
  const own = placementToPresence({ record: placement, confirmed: placement }, 'amina');
  const member = (more: Record<string, string>, version = 1) => {
    const record = { ...recordOf('household-member', more), fieldVersions: { fromDate: version } };
    return memberToPresence(own, { record, confirmed: record }, 'ousmane');
  };

  test('a placement arrives with its dates; leaving on another day leaves its reason standing', () => {
    expect(own).toMatchObject({ start: '2026-03-01', end: undefined, arrival: 9, reasonStandsOn: 3, reasonArrival: 4 });
    const moved = { ...placement, fields: { ...fields, entryDate: '2026-04-01' } };
    expect(placementToPresence({ record: moved, confirmed: placement }, 'amina')).toMatchObject({
      arrival: Number.POSITIVE_INFINITY,
      reasonStandsOn: Number.POSITIVE_INFINITY,
    });
  });

  test('who belongs to the household is there while both last, and arrives with the later of both', () => {
    expect(member({ fromDate: '2026-01-10' })).toMatchObject({ personId: 'ousmane', start: '2026-03-01', arrival: 9 });
    expect(member({ fromDate: '2026-05-01', toDate: '2026-06-01' }, 12)).toMatchObject({
      start: '2026-05-01',
      end: '2026-06-01',
      arrival: 12,
      reasonStandsOn: 12,
    });
    expect(member({ fromDate: '2026-01-10', toDate: '2026-03-01' }), 'left on the day they moved in').toBeUndefined();
  });

  test('of a placement without a date only who is still in the household is in it', () => {
    const undated = placementToPresence({ record: recordOf('placement', { stage: 'SEGN' }) }, 'amina');
    const of = (more: Record<string, string>) =>
      memberToPresence(undated, { record: recordOf('household-member', more) }, 'ousmane');
    expect(of({ fromDate: '2026-01-10' })).toMatchObject({ start: '2026-01-10', end: undefined });
    expect(of({ fromDate: '2026-01-10', toDate: '2026-03-01' })).toBeUndefined();
  });
});

const presenceOfAny = fc.record({
  placementId: fc.constantFrom('a', 'b', 'c', 'd'),
  personId: fc.constantFrom('ousmane', 'fatou'),
  start: fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01'),
  end: fc.constantFrom(undefined, '2026-02-01', '2026-04-01'),
  arrival: fc.integer({ min: 1, max: 5 }),
  reasonStandsOn: fc.constant(0),
  reasonArrival: fc.constant(undefined),
});

test('law: each pair that overlaps is told exactly once, the same in whatever order it is read', () => {
  fc.assert(
    fc.property(fc.array(presenceOfAny, { maxLength: 8 }), (drawn) => {
      // A placement arrives once.
      const arrivals = new Map(drawn.map(({ placementId, arrival }) => [placementId, arrival]));
      const presences = drawn.map((one): Presence => ({ ...one, arrival: arrivals.get(one.placementId) ?? 0 }));
      const pairs = (list: readonly Presence[]) =>
        findPlacedTwice(list)
          .flatMap(({ placementId, others }) => others.flatMap((one) => `${placementId} after ${one.placementId}`))
          .sort();
      const found = pairs(presences);
      expect(pairs(presences.toReversed())).toEqual(found);
      for (const one of presences) {
        for (const other of presences) {
          if (one.placementId === other.placementId) continue;
          const isTold = [
            `${one.placementId} after ${other.placementId}`,
            `${other.placementId} after ${one.placementId}`,
          ];
          const isShared = presences.some(
            (x) =>
              x.placementId === one.placementId &&
              presences.some(
                (y) => y.placementId === other.placementId && x.personId === y.personId && arePeriodsOverlapping(x, y),
              ),
          );
          expect(isTold.filter((pair) => found.includes(pair))).toHaveLength(isShared ? 1 : 0);
        }
      }
    }),
  );
});
