import { z } from 'zod';
import { CASE_RECORD_ACCESS } from '../access.ts';
import { defineKind } from '../kind-definition.ts';
import { Note, ShortText } from '../primitives.ts';

/**
 * People who live as one, or want to. It says nothing of who they are: each belonging is a record of its own (`household-member.ts`), so
 * that a split, a join or two devices at once never write the same row. Nothing is mandatory: a household without a name is called
 * by who is in it.
 */
export const Household = z.strictObject({
  name: ShortText.optional(),
  /** Part of the city, never an address: that stands in a placement. */
  area: ShortText.optional(),
  note: Note.optional(),
});
export type Household = z.infer<typeof Household>;

export const householdKind = defineKind({
  kind: 'household',
  schema: Household,
  // A name is mostly a family's, and an area beside it leads to a door.
  classes: { name: 'personal', area: 'personal', note: 'personal' },
  access: CASE_RECORD_ACCESS,
  isReviewed: false,
  rules: () => [],
});
