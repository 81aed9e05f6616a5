import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RoundedPoint, roundPoint } from '../../src/domain/rounded-point.ts';

/** Metres between two near points; a degree of latitude is 111.2 km. */
function metresApart(a: RoundedPoint, b: RoundedPoint): { north: number; east: number } {
  const north = Math.abs(a.latitude - b.latitude) * 111_195;
  const east = Math.abs(a.longitude - b.longitude) * 111_195 * Math.cos((a.latitude * Math.PI) / 180);
  return { north, east };
}

/** From Lampedusa to the Brenner. */
const ITALY = [35.5, 41.9, 44.4, 47.1] as const;

describe('a rounded point', () => {
  test.each(ITALY)('has neighbours about 100 m away in both axes at %d° north', (latitude) => {
    const here = roundPoint({ latitude, longitude: 9 });
    const next = roundPoint({ latitude: here.latitude + 0.0009, longitude: here.longitude + 0.0012 });
    const { north, east } = metresApart(here, next);
    expect([Math.round(north), east > 89 && east < 111]).toEqual([100, true]);
  });

  test('lies within half a step of where the device was, and tells no two doors of one step apart', () => {
    const door = { latitude: 44.409_13, longitude: 8.926_41 };
    const { north, east } = metresApart(door, roundPoint(door));
    expect([north < 51, east < 51]).toEqual([true, true]);
    expect(roundPoint({ latitude: 44.409, longitude: 8.9263 })).toEqual(roundPoint(door));
  });

  test('is taken by the schema, stays when it is rounded again, and survives JSON', () => {
    const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(degrees(-90, 90), degrees(-180, 180), (latitude, longitude) => {
        const rounded = roundPoint({ latitude, longitude });
        expect(roundPoint(rounded)).toEqual(rounded);
        expect(RoundedPoint.parse(JSON.parse(JSON.stringify(rounded)))).toEqual(rounded);
      }),
    );
  });

  test.each([
    ['as exact as a device tells it', { latitude: 44.409_13, longitude: 8.926_41 }],
    ['exact in one axis only', { latitude: 44.4087, longitude: 8.926_41 }],
    ['beyond the poles', { latitude: 90.0009, longitude: 0 }],
    ['with an altitude', { latitude: 44.4087, longitude: 8.9268, altitude: 12 }],
  ])('%s is refused', (_, point) => {
    expect(RoundedPoint.safeParse(point).success).toBe(false);
  });
});
