import type { Person, SimulatedDevice } from './create-world.ts';
import type { Broken } from './saved-change.ts';

/** Whether a password that a device knows to be out of use opens anything there. */
export function createPasswordLaw(broken: Broken) {
  const replacedAt = new WeakMap<SimulatedDevice, Set<string>>();
  return {
    replaced(place: SimulatedDevice, vaultId: string): void {
      replacedAt.set(place, (replacedAt.get(place) ?? new Set()).add(vaultId));
    },
    isKnownAt: (
      place: SimulatedDevice,
      row: { readonly vaultId: string; readonly isPasswordStale?: boolean },
    ): boolean => row.isPasswordStale === true || replacedAt.get(place)?.has(row.vaultId) === true,
    openedByFormer: (place: SimulatedDevice, { name }: Person): void =>
      broken('password', `a former password of ${name} opens their vault at ${place.name}`),
  };
}
