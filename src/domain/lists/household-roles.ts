import { z } from 'zod';

/** What somebody is in a household: the person of reference, partner, child, parent, brother or sister, another relative, somebody else. */
export const HOUSEHOLD_ROLES = ['REFE', 'PART', 'FIGL', 'GENI', 'FRAT', 'PARE', 'ALTR'] as const;
export const HouseholdRole = z.enum(HOUSEHOLD_ROLES);
export type HouseholdRole = z.infer<typeof HouseholdRole>;
