import { expect, test } from 'vitest';
import { askerIn, contactBehind, newPersonFor, PLACES, withHousehold } from '../../src/features/places.ts';

const askerOf = (address: string) => new URL(address, 'https://taccuino.example').searchParams.get('for') ?? undefined;

test.each([
  PLACES.linkContact('contact'),
  PLACES.addMember('household'),
  withHousehold(PLACES.newPlacement, 'household'),
  PLACES.newService,
])('who registers a person for %s goes on there', (place) => {
  expect(askerIn(askerOf(newPersonFor(place)))).toBe(place);
});

test('who registers a person for nothing else goes back, and never to another site', () => {
  const places = [undefined, '', 'service', 'https://elsewhere.example', '//elsewhere.example'];
  expect(places.map(askerIn)).toEqual(places.map(() => undefined));
});

test('only the page that links a contact has one behind it', () => {
  expect(contactBehind(PLACES.linkContact('contact'))).toBe('contact');
  expect([contactBehind(PLACES.service('contact')), contactBehind(undefined)]).toEqual([undefined, undefined]);
});
