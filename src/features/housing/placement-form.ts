import type { NewChange } from '../../device/open-vault.ts';
import type { Fields, JsonValue } from '../../domain/json-value.ts';
import type { Placement } from '../../domain/kinds/placement.ts';
import { isStageReached } from '../../domain/kinds/placement-stages.ts';
import { STAGES, type Stage } from '../../domain/lists/stages.ts';
import type { CalendarDate, Id } from '../../domain/primitives.ts';
import { isContact, type Membership } from '../household-records.ts';
import { DATE_OF_STAGE } from '../path-timeline.ts';
import { DRAFT_KEYS } from '../waiting-drafts.ts';

/** What the placement form decides without a screen. Pure. */

/** Names under which half-filled placements are kept. */
export const PLACEMENT_DRAFT_KEYS = {
  newPlacement: DRAFT_KEYS.newPlacement,
  newHouseholdPlacement: DRAFT_KEYS.newHouseholdPlacement,
  editPlacement: (id: string) => `placement:edit:${id}`,
} as const;

/** What a new placement starts with: a referral today, which is what one comes to write most often. */
export const newPlacementFields = (personId: string | undefined, today: CalendarDate): Fields => ({
  stage: 'SEGN',
  referralDate: today,
  ...(personId !== undefined && { beneficiary: personId }),
});

/** For a household: told of its person of reference, for as many as belong to it. */
export function householdPlacementFields(household: string | undefined, members: readonly Membership[]): Fields {
  if (household === undefined) return {};
  const contact = members.find(isContact) ?? members[0];
  return {
    householdId: household,
    ...(contact !== undefined && { beneficiary: contact.personId, householdSize: members.length }),
  };
}

/**
 * The next step happens on the day it is written, unless the person says otherwise. The `date` of a stage that the placement does not date
 * stands in the form only, for the step.
 */
export function stepFields(recorded: Partial<Placement>, stage: Stage, today: CalendarDate): Fields {
  const field = DATE_OF_STAGE[stage];
  if (field === undefined) return { stage, date: today };
  return { stage, ...(recorded[field] === undefined && { [field]: today }) };
}

/** Whether the form asks for the day of the step itself. */
export const asksStepDate = (recorded: Partial<Placement>, stage: Stage | undefined): boolean =>
  recorded.stage !== undefined && stage !== undefined && stage !== recorded.stage && DATE_OF_STAGE[stage] === undefined;

/** What is the placement's own of what the form holds. */
export function withoutStepDate({ date: _, ...values }: Fields): Fields {
  return values;
}

/**
 * The move along the pathway as a small record of its own, for the placement that is saved with it; none where the stage stays. A new
 * placement tells its first stage itself.
 */
export function stepChanges(
  placementId: Id,
  base: Fields,
  values: Fields,
  { newId, today }: { readonly newId: () => Id; readonly today: CalendarDate },
): NewChange[] {
  const stage = findStage(values.stage);
  if (stage === undefined || base.stage === undefined || stage === base.stage) return [];
  const field = DATE_OF_STAGE[stage];
  const written = values[field ?? 'date'];
  // An entry may be planned; the day of the step itself has been, or the step's own rule says what is wrong.
  const date = typeof written === 'string' && (field === undefined || written <= today) ? written : today;
  const { stageReason } = values;
  const reason = typeof stageReason === 'string' && stageReason !== base.stageReason ? { reason: stageReason } : {};
  const fields = { placement: placementId, stage, date, ...reason };
  return [{ type: 'create', kind: 'stage-step', recordId: newId(), fields }];
}

export const findStage = (value: unknown): Stage | undefined => STAGES.find((stage) => stage === value);

/** The rule of the pathway as the form foretells it: skipping a stage or going back asks why. */
export function needsReason(from: Stage | undefined, to: Stage | undefined): boolean {
  if (from === undefined || to === undefined) return false;
  const steps = STAGES.indexOf(to) - STAGES.indexOf(from);
  return steps !== 0 && steps !== 1;
}

/**
 * The stage and its reason after a tap. The reason of an earlier move does not count for this one, so that it goes from the form;
 * where no reason is asked, the earlier one comes back and nothing about it is changed.
 */
export function moveToStage(
  recorded: Partial<Placement>,
  values: Partial<Placement>,
  stage: Stage | undefined,
): Record<'stage' | 'stageReason', JsonValue | undefined> {
  if (!needsReason(findStage(recorded.stage), stage)) return { stage, stageReason: recorded.stageReason };
  const isNewReason = values.stageReason !== recorded.stageReason;
  return { stage, stageReason: isNewReason ? values.stageReason : undefined };
}

/** Why it waited, and what was due next, was said of the stage that is left; back on it, what was said comes back. */
export function waitAtStage(
  recorded: Partial<Placement>,
  stage: Stage,
): Record<(typeof WAIT_FIELDS)[number], JsonValue | undefined> {
  const kept = stage === recorded.stage ? recorded : {};
  const { waitingReason, nextStep, nextStepDate, nextStepBy } = kept;
  return { waitingReason, nextStep, nextStepDate, nextStepBy };
}
const WAIT_FIELDS = ['waitingReason', 'nextStep', 'nextStepDate', 'nextStepBy'] as const;

/** Which parts of the form a stage asks for. What is not asked may still be written, under "more". */
export type FormPart = 'agreement' | 'home' | 'exit';
const PART_STAGES = { agreement: 'PATT', home: 'INSE', exit: 'USCI' } as const satisfies Record<FormPart, Stage>;
const PART_FIELDS = {
  agreement: ['agreementDate'],
  home: [
    'entryDate',
    'expectedExitDate',
    'dwellingId',
    'dwellingFromDate',
    'dwelling',
    'address',
    'situationAtEntry',
    'rentCents',
    'contributionCents',
  ],
  exit: ['exitDate', 'exitOutcome', 'situationAtExit'],
} as const satisfies Record<FormPart, readonly (keyof Placement)[]>;

/**
 * stage reached | a field of the part is filled or wrong | the part is
 * ------------- | --------------------------------------- | -----------
 * yes           | any                                      | shown
 * no            | yes                                      | shown: nobody should mend what they cannot see
 * no            | no                                       | folded (an exit: hidden, it cannot have happened)
 */
export function isPartShown(
  part: FormPart,
  stage: Stage | undefined,
  isFilledOrWrong: (field: string) => boolean,
): boolean {
  const isReached = stage !== undefined && isStageReached(stage, PART_STAGES[part]);
  return isReached || PART_FIELDS[part].some(isFilledOrWrong);
}

/** Taking one step, only what that stage asks for is open: all else was written before, and is folded unless it is wrong. */
export const isPartOfStep = (part: FormPart, stage: Stage | undefined, isWrong: (field: string) => boolean): boolean =>
  PART_STAGES[part] === stage || PART_FIELDS[part].some(isWrong);
