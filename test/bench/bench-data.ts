// People and contacts that are the same in every run: chance with a seed, names from the demonstration's lists by origin.

import type { Change } from '../../src/domain/change.ts';
import type { Fields } from '../../src/domain/json-value.ts';
import { createDemoPeople } from '../../src/server/demo/demo-people.ts';
import { createDemoRandom, type DemoRandom } from '../../src/server/demo/demo-random.ts';

export type CreateChange = Change & { readonly type: 'create' };

/** A day after which nothing of the bench lies; only ids and shown dates depend on it. */
const DAY = '2026-01-15T09:00:00.000Z';
const DAY_MS = Date.parse(DAY);

/** What is written at a first meeting. Without notes, so that a record has about the size of the targets' (500 B). */
export function createPeopleFields(seed: number, count: number): Fields[] {
  return createDemoPeople(createDemoRandom(seed), count, DAY_MS).map(({ fields }) => {
    const { givenName, familyName, birthYear, phone } = fields;
    return dropUndefined({ givenName, familyName, birthYear, phone });
  });
}

const dropUndefined = (fields: Record<string, Fields[string] | undefined>): Fields =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

export function createPeople(seed: number, count: number): CreateChange[] {
  const random = createDemoRandom(seed);
  return createPeopleFields(seed, count).map((fields) => create(random, 'beneficiary', fields));
}

/** Anonymous contacts: the commonest thing that is pushed. */
export function createContacts(seed: number, count: number): CreateChange[] {
  const random = createDemoRandom(seed);
  return Array.from({ length: count }, () =>
    create(random, 'service', { types: ['CONT'], date: '2026-01-14', contact: { count: random.whole(1, 4) } }),
  );
}

const create = (random: DemoRandom, kind: string, fields: Fields): CreateChange => ({
  type: 'create',
  id: random.id(DAY_MS),
  recordId: random.id(DAY_MS),
  kind,
  at: DAY,
  fields,
});
