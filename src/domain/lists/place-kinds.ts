import { z } from 'zod';

/** Where a service happened: one-stop shop, mobile unit, home visit, partner's premises, phone, online. */
export const PLACE_KINDS = ['DESK', 'UNIT', 'HOME', 'PART', 'PHON', 'ONLI'] as const;
export const PlaceKind = z.enum(PLACE_KINDS);
export type PlaceKind = z.infer<typeof PlaceKind>;
