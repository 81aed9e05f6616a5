import { expect, test } from 'vitest';
import { RoundedPoint } from '../../src/domain/rounded-point.ts';
import { findPosition } from '../../src/features/find-position.ts';

type Told = { readonly accuracy: number } | { readonly code: number };

/** A device that answers so; what it was asked for is of no interest here. */
const deviceThat = (told: Told): Pick<Geolocation, 'getCurrentPosition'> => ({
  getCurrentPosition(found, failed) {
    const coords = { latitude: 44.409_13, longitude: 8.926_41 };
    if ('accuracy' in told) found({ coords: { ...coords, ...told } } as GeolocationPosition);
    else failed?.(told as GeolocationPositionError);
  },
});

test('a position is rounded before anybody gets it', async () => {
  const found = await findPosition(deviceThat({ accuracy: 8 }));
  expect(found).toEqual({ ok: true, value: { latitude: 44.4087, longitude: 8.9268 } });
  expect(found.ok && RoundedPoint.safeParse(found.value).success).toBe(true);
});

test.each([
  ['the person said no', deviceThat({ code: 1 }), 'Denied'],
  ['there is no signal', deviceThat({ code: 2 }), 'NotFound'],
  ['it takes too long', deviceThat({ code: 3 }), 'TooSlow'],
  ['it is a guess by the network', deviceThat({ accuracy: 4_000 }), 'TooVague'],
  ['the device has none', undefined, 'Missing'],
] as const)('when %s, that is said and nothing is written', async (_, device, type) => {
  expect(await findPosition(device)).toEqual({ ok: false, error: { type } });
});
