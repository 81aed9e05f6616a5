import { expect, test } from 'vitest';
import { newPersonForContact, newPersonForService, PLACES, placeAfterPerson } from '../../src/features/places.ts';

test('who registers a person for an anonymous contact goes on to link the two', () => {
  const asked = new URL(newPersonForContact('contact'), 'https://taccuino.example').searchParams.get('then');
  expect(placeAfterPerson(asked ?? undefined, 'id')).toBe(`${PLACES.linkContact('contact')}?person=id`);
});

test('who registers a person for a service goes on to the service of that person, everybody else goes back', () => {
  const asked = new URL(newPersonForService, 'https://taccuino.example').searchParams.get('then') ?? undefined;
  expect(placeAfterPerson(asked, 'id')).toBe(`${PLACES.newService}?person=id`);
  expect([placeAfterPerson(undefined, 'id'), placeAfterPerson('https://elsewhere.example', 'id')]).toEqual([
    undefined,
    undefined,
  ]);
});
