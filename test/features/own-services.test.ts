import { describe, expect, test } from 'vitest';
import { countDay, findLastStop, ownServices, stopToFields, timeOfService } from '../../src/features/own-services.ts';
import { heldIn, recordOf, serviceOf, TODAY, vaultOf, youssef } from './vault-of.ts';

const contact = { count: 1 };
const square = { placeKind: 'UNIT', place: 'Piazza Caricamento' };
const ousmane = recordOf('beneficiary', { nickname: 'Ous' });

describe('own services', () => {
  test('are one’s own, the latest day and hour first, whatever the order of saving', () => {
    const evening = serviceOf({ time: '18:00', contact }, { createdAt: '2026-11-23T08:00:00.000Z' });
    const noon = serviceOf({ time: '12:00', contact }, { createdAt: '2026-11-23T17:30:00.000Z' });
    const yesterday = serviceOf({ date: '2026-11-22', time: '23:00', contact });
    const ofYoussef = serviceOf({ time: '19:00', contact }, { by: youssef });
    const vault = vaultOf([yesterday, noon, ofYoussef, evening]);
    expect(ownServices(vault).map(({ record }) => record.id)).toEqual([evening.id, noon.id, yesterday.id]);
  });
});

describe('the last stop', () => {
  const stopOf = (...records: Parameters<typeof vaultOf>[0]) => findLastStop(ownServices(vaultOf(records)));

  test('is the latest place among people, with who was there', () => {
    const earlier = serviceOf({ ...square, time: '10:00', contact });
    const later = serviceOf({ placeKind: 'DESK', place: 'Via Turati', givenBy: 'Youssef', time: '15:00', contact });
    expect(stopOf(earlier, later)).toEqual({
      date: TODAY,
      placeKind: 'DESK',
      place: 'Via Turati',
      givenBy: 'Youssef',
      types: ['CONT'],
    });
  });

  test.each(['HOME', 'PHON', 'ONLI'])('is never a %s: an address or a number is not a stop', (placeKind) => {
    const stop = serviceOf({ ...square, time: '10:00', contact });
    const apart = serviceOf({ placeKind, place: 'Via Prè 14', time: '16:00', beneficiary: ousmane.id });
    expect(stopOf(stop, apart)).toMatchObject(square);
    expect(stopOf(apart)).toBeUndefined();
  });

  test('of an earlier day lends its place but not its colleague', () => {
    const stop = { date: '2026-11-20', placeKind: 'UNIT', place: 'Piazza Caricamento', givenBy: 'Youssef' } as const;
    expect(stopToFields(stop, TODAY)).toEqual(square);
    expect(stopToFields({ ...stop, date: TODAY }, TODAY)).toEqual({ ...square, givenBy: 'Youssef' });
    expect(stopToFields(undefined, TODAY)).toEqual({});
  });
});

test('a day counts a person met twice once, and as many unnamed people as were counted', () => {
  const services = [
    serviceOf({ beneficiary: ousmane.id }),
    serviceOf({ beneficiary: ousmane.id }),
    serviceOf({ contact: { count: 3 } }),
    serviceOf({ contact: { count: 1 } }),
    // A contact that turned out to be the same person.
    serviceOf({ beneficiary: ousmane.id, contact: { count: 1, nickname: 'Ous' } }),
  ];
  expect(countDay(ownServices(vaultOf([ousmane, ...services])), (id) => id)).toEqual({ services: 5, people: 5 });
});

test('a service without an hour shows when it was saved', () => {
  const timed = serviceOf({ time: '09:15', contact });
  const untimed = serviceOf({ contact }, { createdAt: '2026-11-23T16:41:00.000Z' });
  const vault = vaultOf([timed, untimed]);
  const formatTime = (instant: string) => instant.slice(11, 16);
  expect(timeOfService(heldIn(vault, timed), formatTime)).toBe('09:15');
  expect(timeOfService(heldIn(vault, untimed), formatTime)).toBe('16:41');
});
