import type { MunicipalityId } from '../primitives.ts';

/**
 * What cities have published that they mean to reach in LGNet's third edition, in people. Only these: a city without a published
 * figure has no target here, and nobody may make one up for it.
 */
export type PublishedTarget =
  | 'intercepted'
  | 'takenInCharge'
  | 'housingAutonomy'
  | 'socioLabourAutonomy'
  | 'inWorkshops';

const PUBLISHED_TARGETS: Readonly<Record<string, Readonly<Partial<Record<PublishedTarget, number>>>>> = {
  c_d969: { intercepted: 400, takenInCharge: 200, housingAutonomy: 120 },
  c_i452: { intercepted: 80, socioLabourAutonomy: 30, inWorkshops: 60 },
};

export const findPublishedTargets = (
  municipality: MunicipalityId,
): Readonly<Partial<Record<PublishedTarget, number>>> | undefined => PUBLISHED_TARGETS[municipality];
