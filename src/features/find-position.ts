import { err, ok, type Result } from '../domain/result.ts';
import { type RoundedPoint, roundPoint } from '../domain/rounded-point.ts';

export type PositionTrouble = { readonly type: 'Denied' | 'NotFound' | 'TooSlow' | 'Missing' | 'TooVague' };

/** A satellite takes its time on the first try of the day. */
const WAIT_MS = 20_000;
/** One square to the next takes longer. */
const AGE_MAX_MS = 60_000;
/** Worse than this, a point of a 100 m grid would be a lie. */
const ACCURACY_MAX_M = 500;

/** Where the device is, rounded before anybody else sees it. Works without a network where there is a satellite receiver. */
export function findPosition(
  geolocation: Pick<Geolocation, 'getCurrentPosition'> | undefined,
): Promise<Result<RoundedPoint, PositionTrouble>> {
  if (geolocation === undefined) return Promise.resolve(err({ type: 'Missing' }));
  return new Promise((resolve) => {
    geolocation.getCurrentPosition(
      ({ coords }) => resolve(coords.accuracy > ACCURACY_MAX_M ? err({ type: 'TooVague' }) : ok(roundPoint(coords))),
      ({ code }) => resolve(err({ type: TROUBLE_BY_CODE[code] ?? 'NotFound' })),
      { enableHighAccuracy: true, timeout: WAIT_MS, maximumAge: AGE_MAX_MS },
    );
  });
}

/** https://w3c.github.io/geolocation/#position_error_interface */
const TROUBLE_BY_CODE: Readonly<Record<number, PositionTrouble['type']>> = { 1: 'Denied', 2: 'NotFound', 3: 'TooSlow' };
