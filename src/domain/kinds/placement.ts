import { z } from 'zod';
import { ExitOutcome } from '../lists/exit-outcomes.ts';
import { HousingMeasure } from '../lists/housing-measures.ts';
import { LivingSituation } from '../lists/living-situations.ts';
import { Stage } from '../lists/stages.ts';
import { WaitingReason } from '../lists/waiting-reasons.ts';
import { CalendarDate, Cents, Id, listOf, Note, ShortText, text } from '../primitives.ts';

/** A household larger than this is written as two placements. */
export const HOUSEHOLD_SIZE_MAX = 30;

/**
 * A household's way from being referred to living somewhere, told of the person who is its contact. The stage walks along the
 * pathway of `lists/stages.ts`; dates, stage and exit have to tell the same story (`placement-kind.ts`).
 */
export const Placement = z.strictObject({
  beneficiary: Id,
  /** The household that is placed; who belongs to it stands in the household. */
  householdId: Id.optional(),
  measures: listOf(HousingMeasure),
  stage: Stage,
  /** Why the last stage was not simply the next one of the pathway. */
  stageReason: Note.optional(),
  /** Why nothing moves. Of another stage than the one it stands at it says nothing any more: `WAITING_REASONS_AT`. */
  waitingReason: WaitingReason.optional(),
  /** What is due next, by when and by whom of the team. */
  nextStep: ShortText.optional(),
  nextStepDate: CalendarDate.optional(),
  nextStepBy: ShortText.optional(),
  referralDate: CalendarDate.optional(),
  agreementDate: CalendarDate.optional(),
  /** Planned until the stage says that the household moved in. */
  entryDate: CalendarDate.optional(),
  expectedExitDate: CalendarDate.optional(),
  exitDate: CalendarDate.optional(),
  /** One of the register; who lives there is counted by `occupancy.ts`. */
  dwellingId: Id.optional(),
  /** Since when they live there, where that is not the day of entry: they came from another dwelling. */
  dwellingFromDate: CalendarDate.optional(),
  /** In words, where the dwelling is not in the register. */
  dwelling: ShortText.optional(),
  /** Why the household stays in a dwelling that has no places for it. */
  overPlacesReason: Note.optional(),
  /** Why somebody of it is in another placement at the same time: `placed-twice.ts`. */
  overlapReason: Note.optional(),
  address: text(300).optional(),
  situationAtEntry: LivingSituation.optional(),
  situationAtExit: LivingSituation.optional(),
  /** A month, in euro cents. */
  rentCents: Cents.optional(),
  /** The most a month that the household can pay, and where it would like to live: what a dwelling is looked for by. */
  rentMaxCents: Cents.optional(),
  areaWish: ShortText.optional(),
  contributionCents: Cents.optional(),
  householdSize: z.int().min(1).max(HOUSEHOLD_SIZE_MAX).optional(),
  exitOutcome: ExitOutcome.optional(),
  restrictedNote: Note.optional(),
});
export type Placement = z.infer<typeof Placement>;
