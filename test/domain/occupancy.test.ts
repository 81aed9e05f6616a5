import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, daysBetween } from '../../src/domain/calendar.ts';
import {
  freeThroughout,
  isThereOn,
  occupancyByMonth,
  occupancyOn,
  placementToStay,
  type Stay,
} from '../../src/domain/occupancy.ts';

const TODAY = '2026-11-26';
const day = (offset: number): string => addDays(TODAY, offset);

describe('the nights a placement takes', () => {
  test.each([
    ['from entry to exit', { entryDate: '2026-11-01', exitDate: '2026-11-20' }, '2026-11-01', '2026-11-20'],
    ['to the expected exit', { entryDate: '2026-11-01', expectedExitDate: '2026-12-24' }, '2026-11-01', '2026-12-24'],
    [
      'the exit before the expected one',
      { entryDate: '2026-11-01', exitDate: '2026-11-20', expectedExitDate: '2026-12-24' },
      '2026-11-01',
      '2026-11-20',
    ],
    [
      'on and on, when nobody left on the expected day',
      { entryDate: '2026-11-01', expectedExitDate: TODAY },
      '2026-11-01',
      undefined,
    ],
    [
      'from the day they came from another dwelling',
      { entryDate: '2026-10-01', dwellingFromDate: '2026-11-10' },
      '2026-11-10',
      undefined,
    ],
    ['from today where no entry is agreed: a promised bed is not free', {}, TODAY, undefined],
  ])('%s', (_, fields, from, until) => {
    expect(placementToStay('p', fields, {}, TODAY)).toMatchObject({ from, until, people: 1 });
  });

  test('a promised bed of a dwelling that comes later is held from then on', () => {
    expect(placementToStay('p', {}, { freeFromDate: '2027-01-01' }, TODAY)?.from).toBe('2027-01-01');
  });

  test('none, when they left on the day they came', () => {
    expect(placementToStay('p', { entryDate: day(0), exitDate: day(0) }, {}, TODAY)).toBeUndefined();
  });
});

test('the day of exit is free for who comes on it', () => {
  const leaves = placementToStay('a', { entryDate: day(-9), exitDate: day(0) }, {}, TODAY);
  const comes = placementToStay('b', { entryDate: day(0) }, {}, TODAY);
  const stays = [leaves, comes].filter((stay) => stay !== undefined);
  expect([-1, 0, 1].map((offset) => occupancyOn({ places: 1 }, stays, day(offset)).taken)).toEqual([1, 1, 1]);
});

test('a dwelling has no places before it is there, after it ends, and once it is closed', () => {
  const offer = { places: 3, freeFromDate: '2026-12-01', freeUntilDate: '2027-06-01', closedDate: '2027-03-01' };
  const placesOn = (iso: string) => occupancyOn(offer, [], iso).places;
  expect(['2026-11-30', '2026-12-01', '2027-02-28', '2027-03-01', '2027-06-01'].map(placesOn)).toEqual([0, 3, 3, 0, 0]);
});

const stayOf = fc
  .record({
    id: fc.uuid(),
    start: fc.integer({ min: -60, max: 120 }),
    nights: fc.option(fc.integer({ min: 1, max: 150 })),
    people: fc.integer({ min: 1, max: 6 }),
  })
  .map(({ id, start, nights, people }): Stay => {
    const until = nights === null ? undefined : day(start + nights);
    return { id, from: day(start), until, knownUntil: until ?? day(Math.max(start, 0) + 1), people };
  });
const offerOf = fc.record({
  places: fc.integer({ min: 1, max: 8 }),
  freeFromDate: fc.option(fc.integer({ min: -50, max: 50 }).map(day), { nil: undefined }),
  freeUntilDate: fc.option(fc.integer({ min: 51, max: 150 }).map(day), { nil: undefined }),
});

test('law: taken is the people whose nights include the day, free is what is left and never below zero', () => {
  fc.assert(
    fc.property(
      offerOf,
      fc.array(stayOf, { maxLength: 8 }),
      fc.integer({ min: -70, max: 280 }),
      (offer, stays, offset) => {
        const at = day(offset);
        const { places, taken, free } = occupancyOn(offer, stays, at);
        const people = stays.filter(({ from, until = '9999' }) => daysBetween(from, at) >= 0 && at < until);
        expect(taken).toBe(people.reduce((sum, one) => sum + one.people, 0));
        expect(free).toBe(Math.max(0, places - taken));
        // One by one they are the same nights as together.
        expect(stays.filter((stay) => isThereOn(stay, at)).map(({ id }) => id)).toEqual(people.map(({ id }) => id));
      },
    ),
  );
});

test('law: a month is its days, and the months of a year leave none out', () => {
  fc.assert(
    fc.property(offerOf, fc.array(stayOf, { maxLength: 8 }), (offer, stays) => {
      const months = occupancyByMonth(offer, stays, TODAY, 12);
      const first = '2026-11-01';
      const nights = Array.from({ length: daysBetween(first, addMonths(first, 12)) }, (_, n) => addDays(first, n)).map(
        (at) => ({ at, ...occupancyOn(offer, stays, at) }),
      );
      const sum = (of: readonly number[]) => of.reduce((total, one) => total + one, 0);
      expect(sum(months.map(({ takenNights }) => takenNights))).toBe(sum(nights.map(({ taken }) => taken)));
      expect(sum(months.map(({ placeNights }) => placeNights))).toBe(sum(nights.map(({ places }) => places)));
      for (const { month, takenMost, freeThroughout: free } of months) {
        const own = nights.filter(({ at }) => at.startsWith(month));
        expect(own.every((night) => night.taken <= takenMost && night.free >= free)).toBe(true);
        expect(own.some(({ taken }) => taken === takenMost)).toBe(true);
        expect(own.some((night) => night.free === free)).toBe(true);
      }
    }),
  );
});

test('law: places free throughout a period are free on each of its nights, and no more than that on one', () => {
  fc.assert(
    fc.property(
      offerOf,
      fc.array(stayOf, { maxLength: 8 }),
      fc.integer({ min: -70, max: 130 }),
      fc.integer({ min: 1, max: 90 }),
      (offer, stays, start, length) => {
        const nights = Array.from({ length }, (_, n) => occupancyOn(offer, stays, day(start + n)).free);
        expect(freeThroughout(offer, stays, day(start), day(start + length))).toBe(Math.min(...nights));
      },
    ),
  );
});
