import { z } from 'zod';
import { CASE_RECORD_ACCESS } from '../access.ts';
import { isTouched } from '../is-touched.ts';
import { defineKind } from '../kind-definition.ts';
import { Stage } from '../lists/stages.ts';
import { CalendarDate, Id, Note } from '../primitives.ts';

/**
 * A household came to a stage of the pathway, or back to one: who moved it and when stands in the record. Saved together with the placement
 * that it moves. It only tells what happened; the stage that holds is the placement's, where two people may dispute it.
 */
export const StageStep = z.strictObject({
  placement: Id,
  stage: Stage,
  /** The day it happened, as the placement says it; of a stage without a date of its own the day it was written. */
  date: CalendarDate,
  /** Why it was not simply the next stage. */
  reason: Note.optional(),
});
export type StageStep = z.infer<typeof StageStep>;

export const stageStepKind = defineKind({
  kind: 'stage-step',
  schema: StageStep,
  classes: { placement: 'open', stage: 'open', date: 'open', reason: 'personal' },
  access: CASE_RECORD_ACCESS,
  isReviewed: false,
  subjectField: 'placement',
  subjectKind: 'placement',
  rules: (fields, context) =>
    fields.date > context.today && isTouched(context, fields, ['date'])
      ? [{ field: 'date', rule: 'StepInFuture' }]
      : [],
});
