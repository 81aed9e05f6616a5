import { z } from 'zod';
import { CASE_RECORD_ACCESS } from '../access.ts';
import { defineKind } from '../kind-definition.ts';
import { Id } from '../primitives.ts';

/**
 * Somebody looked at two records that resemble each other and knows that they are two people. A record of its own, so that two devices
 * that say the same say it twice and nothing is in anybody's way; it is taken back by removing it.
 */
export const DifferentPeople = z.strictObject({ beneficiary: Id, other: Id });
export type DifferentPeople = z.infer<typeof DifferentPeople>;

export const differentPeopleKind = defineKind({
  kind: 'different-people',
  schema: DifferentPeople,
  classes: { beneficiary: 'open', other: 'open' },
  access: CASE_RECORD_ACCESS,
  isReviewed: false,
  subjectField: 'beneficiary',
  subjectKind: 'beneficiary',
  rules: ({ beneficiary, other }) => (beneficiary === other ? [{ field: 'other', rule: 'OtherIsSame' }] : []),
});
