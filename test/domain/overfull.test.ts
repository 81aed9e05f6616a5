import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/domain/calendar.ts';
import { occupancyOn, placementToStay, takenOn } from '../../src/domain/occupancy.ts';
import { type Claim, findOverfull, stayToClaim } from '../../src/domain/overfull.ts';
import { recordOf } from '../features/vault-of.ts';

const TODAY = '2026-11-26';
const day = (offset: number): string => addDays(TODAY, offset);
const claim = (id: string, arrival: number, parts: Partial<Claim> = {}): Claim => ({
  id,
  from: day(0),
  until: day(10),
  knownUntil: parts.until ?? day(10),
  people: 1,
  arrival,
  isKept: false,
  ...parts,
});
const told = (places: number, claims: readonly Claim[]) =>
  findOverfull({ places }, claims).map((one) => [one.claim.id, one.from, one.others.map(({ id }) => id)]);

describe('two households and one bed', () => {
  test('the one that reached the server second is told, with who was first, from the first night on', () => {
    const second = claim('b', 7, { from: day(-3), until: day(5) });
    expect(told(1, [second, claim('a', 4)])).toEqual([['b', day(0), ['a']]]);
  });

  test('one that only this device knows comes after all that the server knows', () => {
    expect(told(1, [claim('here', Number.POSITIVE_INFINITY), claim('there', 900)])).toEqual([
      ['here', day(0), ['there']],
    ]);
  });

  test('who leaves on the day the other comes is in nobody’s way', () => {
    expect(told(1, [claim('a', 1), claim('b', 2, { from: day(10), until: day(20) })])).toEqual([]);
  });

  test('a written reason keeps both, and the places are taken for who comes third', () => {
    const kept = claim('b', 2, { isKept: true });
    expect(told(1, [claim('a', 1), kept])).toEqual([]);
    expect(told(2, [claim('a', 1), claim('b', 2, { people: 2, isKept: true }), claim('c', 3)])).toMatchObject([
      ['c', day(0), ['a', 'b']],
    ]);
  });

  test('who is told takes no place from who came later and has one', () => {
    expect(told(2, [claim('a', 1), claim('b', 2, { people: 2 }), claim('c', 3)])).toEqual([['b', day(0), ['a']]]);
  });
});

test('a stay outside the time of the dwelling is told; one without an end only when that time is over', () => {
  const offer = { places: 5, freeFromDate: day(0), freeUntilDate: day(30) };
  const open = claim('open', 1, { until: undefined, knownUntil: day(1) });
  const early = claim('early', 2, { from: day(-1) });
  const long = claim('long', 3, { until: day(31), knownUntil: day(31) });
  expect(findOverfull(offer, [open, early, long]).map(({ claim: { id }, why, from }) => [id, why, from])).toEqual([
    ['early', 'period', day(-1)],
    ['long', 'period', day(30)],
  ]);
});

describe('a claim of a placement', () => {
  const fields = { dwellingId: 'd', entryDate: day(0), householdSize: 2, overPlacesReason: 'Culla' };
  const versions = (more: Record<string, number>) => ({
    ...recordOf('placement', fields),
    fieldVersions: { dwellingId: 5, entryDate: 3, householdSize: 2, ...more },
  });
  const claimOf = (more: Record<string, number>, sent: Record<string, string | number> = fields) => {
    const record = versions(more);
    const stay = placementToStay(
      record.id,
      { entryDate: fields.entryDate, householdSize: fields.householdSize },
      {},
      TODAY,
    );
    return stay && stayToClaim(stay, record, { ...record, fields: sent });
  };

  test('arrives with the last change of what its stay depends on', () => {
    expect(claimOf({ exitDate: 9 })?.arrival).toBe(9);
    expect(claimOf({ measures: 9, overPlacesReason: 9 })?.arrival).toBe(5);
    expect(claimOf({}, { ...fields, dwellingId: 'other' })?.arrival).toBe(Number.POSITIVE_INFINITY);
  });

  test.each([
    ['given after the move counts', { overPlacesReason: 6 }, true],
    ['given with the move counts', { overPlacesReason: 5 }, true],
    ['given for the dwelling before does not', { overPlacesReason: 4 }, false],
    ['stays good when they leave another day', { overPlacesReason: 5, exitDate: 9 }, true],
    ['does not stand for one person more', { overPlacesReason: 5, householdSize: 9 }, false],
  ])('a reason %s', (_, more, isKept) => {
    expect(claimOf(more)?.isKept).toBe(isKept);
  });

  test('a reason that is still on its way counts', () => {
    const { overPlacesReason: _, ...sent } = fields;
    expect(claimOf({}, sent)?.isKept).toBe(true);
  });
});

const claimOfAny = fc
  .record({
    start: fc.integer({ min: -20, max: 40 }),
    nights: fc.option(fc.integer({ min: 1, max: 40 })),
    people: fc.integer({ min: 1, max: 4 }),
    arrival: fc.integer({ min: 1, max: 6 }),
    isKept: fc.boolean(),
  })
  .map(({ start, nights, ...rest }): Omit<Claim, 'id'> => {
    const until = nights === null ? undefined : day(start + nights);
    return { from: day(start), until, knownUntil: until ?? day(Math.max(start, 0) + 1), ...rest };
  });
const claimsOfAny = fc
  .array(claimOfAny, { maxLength: 7 })
  .map((claims) => claims.map((one, index): Claim => ({ ...one, id: `c${index}` })));
const NIGHTS = Array.from({ length: 110 }, (_, index) => day(index - 25));

test('law: on a night with more people than places somebody is told or was kept; where nobody is too many, nobody is told', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), claimsOfAny, (places, claims) => {
      const found = findOverfull({ places }, claims);
      const isTold = new Set(found.map((one) => one.claim.id));
      const crowded = NIGHTS.filter((night) => occupancyOn({ places }, claims, night).taken > places);
      for (const night of crowded) {
        const there = claims.filter(({ from, until = '9999' }) => from <= night && night < until);
        expect(there.some(({ id, isKept }) => isKept || isTold.has(id))).toBe(true);
      }
      if (crowded.length === 0) expect(found).toEqual([]);
    }),
  );
});

test('law: once who is told has moved away nobody is too many but for those who were kept, and the order they are read in is the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), claimsOfAny, (places, claims) => {
      const found = findOverfull({ places }, claims);
      expect(findOverfull({ places }, claims.toReversed())).toEqual(found);
      const left = claims.filter(({ id }) => found.every((one) => one.claim.id !== id));
      expect(findOverfull({ places }, left)).toEqual([]);
      if (left.every(({ isKept }) => !isKept)) {
        expect(NIGHTS.filter((night) => takenOn(left, night) > places)).toEqual([]);
      }
      // The night that is named is one: with who is named there, the places are too few.
      for (const { claim: one, from, others } of found) {
        expect(takenOn([...others, one], from)).toBeGreaterThan(places);
      }
    }),
  );
});
