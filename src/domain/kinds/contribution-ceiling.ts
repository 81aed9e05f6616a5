import { z } from 'zod';
import { DIRECTORY_ACCESS } from '../access.ts';
import { CalendarMonth } from '../calendar-month.ts';
import { defineKind } from '../kind-definition.ts';
import { HousingMeasure } from '../lists/housing-measures.ts';
import { Cents, Note } from '../primitives.ts';

/**
 * The most that a household may get in a month under one measure, from one month on: a setting of the city, written by its coordinators
 * and travelling like every record. It tells of no person.
 */
export const ContributionCeiling = z.strictObject({
  measure: HousingMeasure,
  maxCents: Cents,
  validFrom: CalendarMonth,
  /** The act that sets it. */
  note: Note.optional(),
});
export type ContributionCeiling = z.infer<typeof ContributionCeiling>;

export const contributionCeilingKind = defineKind({
  kind: 'contribution-ceiling',
  schema: ContributionCeiling,
  classes: { measure: 'open', maxCents: 'open', validFrom: 'open', note: 'open' },
  access: DIRECTORY_ACCESS,
  isReviewed: false,
  rules: () => [],
});
