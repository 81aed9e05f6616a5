import { expect, test } from 'vitest';
import { serviceKind } from '../../../src/domain/kinds/service.ts';
import { startOfContact, startOfRepeat, startOfService } from '../../../src/features/service/starting-fields.ts';
import { recordOf, TODAY } from '../vault-of.ts';

const stop = { date: TODAY, placeKind: 'UNIT', place: 'Piazza Caricamento' } as const;
const start = { today: TODAY, time: '17:41', stop };
const context = { today: TODAY, record: undefined, related: [] };

test('a contact asks for nothing but its types: with them it can be saved', () => {
  const fields = startOfContact(start);
  expect(fields).toEqual({
    date: TODAY,
    time: '17:41',
    placeKind: 'UNIT',
    place: 'Piazza Caricamento',
    contact: { count: 1 },
  });
  expect(serviceKind.check(fields, context)).toMatchObject({ ok: false, error: { problems: [{ field: 'types' }] } });
  expect(serviceKind.check({ ...fields, types: ['CONT'] }, context).ok).toBe(true);
});

test('a contact can be saved the very first time too, when no stop is known', () => {
  const fields = startOfContact({ ...start, stop: undefined });
  expect(serviceKind.check({ ...fields, types: ['CONT'] }, context).ok).toBe(true);
});

test('a contact of another day starts at the last place there was', () => {
  expect(startOfContact({ ...start, stop: { ...stop, date: '2026-11-20' } })).toMatchObject({
    place: stop.place,
    date: TODAY,
  });
});

test('the last stop once more keeps place, team and what was done, so that nothing is left to ask', () => {
  const fields = startOfRepeat({ ...start, stop: { ...stop, givenBy: 'Youssef', types: ['CONT', 'LEGA'] } });
  expect(fields).toMatchObject({ place: stop.place, givenBy: 'Youssef', types: ['CONT', 'LEGA'] });
  expect(serviceKind.check(fields, context).ok).toBe(true);
  expect(startOfContact({ ...start, stop: { ...stop, types: ['CONT'] } })).not.toHaveProperty('types');
});

test('a service for a person takes the place of today only', () => {
  const { id } = recordOf('beneficiary', { nickname: 'Ous' });
  expect(startOfService(start, id)).toMatchObject({ beneficiary: id, place: stop.place });
  expect(startOfService({ ...start, stop: { ...stop, date: '2026-11-22' } }, id)).toEqual({
    date: TODAY,
    time: '17:41',
    beneficiary: id,
  });
});
