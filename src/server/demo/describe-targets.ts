import { findPublishedTargets, type PublishedTarget } from '../../domain/lists/published-targets.ts';
import type { MunicipalityId } from '../../domain/primitives.ts';

const TARGET_WORDS = {
  intercepted: 'intercepted',
  takenInCharge: 'taken in charge',
  housingAutonomy: 'to housing autonomy',
  socioLabourAutonomy: 'to socio-labour autonomy',
  inWorkshops: 'in workshops',
} as const satisfies Record<PublishedTarget, string>;

/** The published targets of a city in one line. */
export function describeTargets(municipality: MunicipalityId): string {
  const targets = Object.entries(findPublishedTargets(municipality) ?? {}) as [PublishedTarget, number][];
  if (targets.length === 0) return 'no published targets';
  return `published targets: ${targets.map(([target, people]) => `${people} ${TARGET_WORDS[target]}`).join(', ')}`;
}
