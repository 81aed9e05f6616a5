import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/domain/calendar.ts';
import {
  type DwellingOffer,
  type HousingNeed,
  matchDwellings,
  WAIT_DAYS_MAX,
} from '../../src/domain/match-dwellings.ts';
import { occupancyOn, type Stay } from '../../src/domain/occupancy.ts';

const TODAY = '2026-11-26';
const day = (offset: number): string => addDays(TODAY, offset);
const need = (more: Partial<HousingNeed> = {}): HousingNeed => ({
  people: 2,
  from: TODAY,
  until: undefined,
  rentMaxCents: undefined,
  area: undefined,
  isStepFree: false,
  measures: [],
  ...more,
});
const stay = (people: number, from: number, until: number | undefined): Stay => ({
  id: `s${people} ${from}`,
  people,
  from: day(from),
  until: until === undefined ? undefined : day(until),
  knownUntil: day(until ?? Math.max(from, 0) + 1),
});
const offer = (id: string, fields: DwellingOffer['fields'], stays: readonly Stay[] = []): DwellingOffer => ({
  id,
  fields: { type: 'POST', places: 2, ...fields },
  stays,
});
const idsOf = (wish: Partial<HousingNeed>, ...offers: readonly DwellingOffer[]) =>
  matchDwellings(need(wish), offers).map(({ id }) => id);
const saidOf = (wish: Partial<HousingNeed>, one: DwellingOffer) =>
  matchDwellings(need(wish), [one])[0]?.reasons.map(({ about, good }) => `${good ? '+' : '-'}${about}`);

describe('what is never suggested', () => {
  test.each([
    ['a full one', offer('a', {}, [stay(1, -5, undefined)]), {}],
    ['one that fills while they would be there', offer('a', {}, [stay(1, 20, 30)]), { until: day(25) }],
    ['one that is too small', offer('a', { places: 1 }), {}],
    ['one that is closed', offer('a', { closedDate: day(-1) }), {}],
    ['one that ends before they would leave', offer('a', { freeUntilDate: day(20) }), { until: day(25) }],
    ['one that comes free too late', offer('a', { freeFromDate: day(WAIT_DAYS_MAX + 1) }), {}],
    ['one a fifth dearer than they can pay', offer('a', { rentCents: 30_001 }), { rentMaxCents: 50_000 }],
    [
      'one with stairs only, for who cannot climb them',
      offer('a', { accessibility: 'NONE' as const }),
      { isStepFree: true },
    ],
  ])('%s', (_, one, wish) => {
    expect(idsOf(wish, one)).toEqual([]);
  });
});

test('a whole home where somebody lives comes last and says so, unless it is for co-housing', () => {
  const home = { type: 'INTE', places: 4 } as const;
  const lived = offer('lived', home, [stay(2, -5, undefined)]);
  const shared = offer('shared', { ...home, measures: ['COHO'] }, [stay(2, -5, undefined)]);
  const later = offer('later', home, [stay(2, 30, undefined)]);
  expect(idsOf({}, lived, offer('single', { places: 9 }))).toEqual(['single', 'lived']);
  expect(saidOf({}, lived)).toContain('-shared');
  expect(saidOf({}, shared)).not.toContain('-shared');
  expect(saidOf({ until: day(30) }, later)).not.toContain('-shared');
  expect(saidOf({ until: day(31) }, later)).toContain('-shared');
});

describe('the best first', () => {
  test.each([
    ['the size that leaves no bed empty', {}, offer('b', { places: 2 }), offer('a', { places: 5 })],
    [
      'what they can pay',
      { rentMaxCents: 50_000 },
      offer('b', { rentCents: 25_000 }),
      offer('a', { rentCents: 29_000 }),
    ],
    ['a rent that is known to be low', { rentMaxCents: 50_000 }, offer('b', { rentCents: 25_000 }), offer('a', {})],
    [
      'the area they like, however it is written',
      { area: 'cornigliàno' },
      offer('b', { area: 'Cornigliano ' }),
      offer('a', { area: 'Pegli' }),
    ],
    [
      'no stairs',
      { isStepFree: true },
      offer('b', { accessibility: 'FULL' as const }),
      offer('a', { accessibility: 'PART' as const }),
    ],
    ['what is free today', {}, offer('b', {}), offer('a', { freeFromDate: day(10) })],
    [
      'what is meant for the measure',
      { measures: ['COHO' as const] },
      offer('b', { measures: ['COHO'] }),
      offer('a', { measures: ['LOCA'] }),
    ],
  ])('%s', (_, wish, best, other) => {
    expect(idsOf(wish, other, best)).toEqual(['b', 'a']);
  });
});

test('each says why, and what is to be thought of', () => {
  const wish = { rentMaxCents: 50_000, area: 'Pegli', isStepFree: true, measures: ['COHO' as const] };
  const best = offer('a', { rentCents: 25_000, area: 'Pegli', accessibility: 'FULL', measures: ['COHO'] });
  expect(saidOf(wish, best)).toEqual(['+size', '+period', '+rent', '+access', '+area', '+measure']);
  const doubtful = offer('b', { rentCents: 26_000, area: 'Nervi', freeFromDate: day(3) });
  expect(saidOf(wish, doubtful)).toEqual(['+size', '-period', '-rent', '-access', '-area']);
  expect(saidOf(wish, offer('c', {}))).toEqual(['+size', '+period', '-rentUnknown', '-access', '-areaUnknown']);
  expect(saidOf({}, best), 'what nobody asked for is not said').toEqual(['+size', '+period']);
});

test('a place that comes free is suggested from the day on which the others leave', () => {
  const [found] = matchDwellings(need(), [offer('a', {}, [stay(2, -30, 12)])]);
  expect(found?.reasons).toContainEqual({ about: 'period', good: false, from: day(12), until: undefined });
});

test('law: on every night from the day that is named there are places for all of them', () => {
  const stays = fc.array(
    fc
      .record({
        people: fc.integer({ min: 1, max: 3 }),
        from: fc.integer({ min: -20, max: 60 }),
        nights: fc.option(fc.integer({ min: 1, max: 60 })),
      })
      .map(({ people, from, nights }) => stay(people, from, nights === null ? undefined : from + nights)),
    { maxLength: 6 },
  );
  const offers = fc
    .record({
      places: fc.integer({ min: 1, max: 6 }),
      ends: fc.option(fc.integer({ min: 1, max: 90 })),
      begins: fc.option(fc.integer({ min: -9, max: 70 })),
      stays,
    })
    .map(({ places, ends, begins, stays: there }) =>
      offer(
        'a',
        {
          places,
          ...(ends !== null && { freeUntilDate: day(ends) }),
          ...(begins !== null && { freeFromDate: day(begins) }),
        },
        there,
      ),
    );
  fc.assert(
    fc.property(
      offers,
      fc.integer({ min: 1, max: 4 }),
      fc.option(fc.integer({ min: 1, max: 90 })),
      (one, people, nights) => {
        const until = nights === null ? undefined : day(nights);
        const [found] = matchDwellings(need({ people, until }), [one]);
        const period = found?.reasons.find((reason) => reason.about === 'period');
        const end = until ?? one.fields.freeUntilDate ?? day(200);
        const isFree = (from: string): boolean => {
          for (let night = from; night < end; night = addDays(night, 1)) {
            if (occupancyOn(one.fields, one.stays, night).free < people) return false;
          }
          return from < end;
        };
        const days = Array.from({ length: WAIT_DAYS_MAX + 1 }, (_, offset) => day(offset));
        // The first such day, or none.
        expect(period?.from).toBe(days.find(isFree));
      },
    ),
  );
});
