import { expect } from 'vitest';
import type { World } from './create-world.ts';
import type { Place } from './place.ts';

/** Law 1: every change ever saved is in an outbox (waiting or in need of attention) or was taken by the server. */
export async function expectNothingLost(world: World, places: readonly Place[]): Promise<void> {
  // The devices first: what leaves an outbox while we look is on the server when we look there.
  const looked = places.map(({ saved, vault, person }) => ({
    person,
    saved: [...saved],
    held: new Set(
      vault()
        .outbox.peek()
        .map(({ change }) => change.id as string),
    ),
  }));
  const { verdicts } = await world.ledger();
  for (const { saved, held, person } of looked) {
    const lost = saved.filter(({ id }) => !held.has(id) && (verdicts.get(id)?.verdict ?? 'refused') === 'refused');
    expect(lost, `changes of ${person.actor.name} that are nowhere`).toEqual([]);
  }
}

/** Law 2: what the server took, it took once; and its counter never gave two records one version. */
export async function expectOnceEach(world: World, places: readonly Place[]): Promise<void> {
  const { verdicts, effectsById, records } = await world.ledger();
  const changes = places.flatMap(({ saved }) => saved);
  const effects = changes.filter(({ id }) => verdicts.has(id)).map(({ id }) => [id, effectsById.get(id)]);
  expect(effects.filter(([, count]) => count !== 1)).toEqual([]);
  const commentIds = [...records.values()].flatMap(({ comments }) => comments.map(({ id }) => id));
  expect(new Set(commentIds).size, 'no comment stands twice').toBe(commentIds.length);
}

/** Law 3: nothing waits, and each device holds what the server shows to its person, no more and no less. */
export async function expectEqualRecords(world: World, places: readonly Place[]): Promise<void> {
  const ledger = await world.ledger(places[0]?.person.actor.municipality);
  for (const { person, vault, confirmed, faults } of places) {
    expect(faults).toEqual([]);
    expect(vault().waitingCount.peek(), `waiting at ${person.actor.name}`).toBe(0);
    expect(confirmed(), `records at ${person.actor.name}`).toEqual(ledger.visibleTo(person.actor));
  }
}

export const verdictsOf = async (world: World, { saved }: Place): Promise<readonly (string | undefined)[]> => {
  const { verdicts } = await world.ledger();
  return saved.map(({ id }) => verdicts.get(id)?.verdict);
};
