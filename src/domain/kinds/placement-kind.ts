import { CASE_RECORD_ACCESS } from '../access.ts';
import { defineKind } from '../kind-definition.ts';
import { Placement } from './placement.ts';
import { dateProblems } from './placement-dates.ts';
import { overlapProblems } from './placement-periods.ts';
import { stageProblems } from './placement-stages.ts';

export const placementKind = defineKind({
  kind: 'placement',
  schema: Placement,
  classes: {
    beneficiary: 'open',
    householdId: 'open',
    measures: 'open',
    stage: 'open',
    stageReason: 'personal',
    waitingReason: 'open',
    nextStep: 'personal',
    nextStepDate: 'open',
    nextStepBy: 'open',
    referralDate: 'open',
    agreementDate: 'open',
    entryDate: 'open',
    expectedExitDate: 'open',
    exitDate: 'open',
    dwellingId: 'personal',
    dwellingFromDate: 'open',
    dwelling: 'personal',
    overPlacesReason: 'personal',
    overlapReason: 'personal',
    address: 'personal',
    situationAtEntry: 'open',
    situationAtExit: 'open',
    rentCents: 'open',
    rentMaxCents: 'open',
    areaWish: 'personal',
    contributionCents: 'open',
    householdSize: 'open',
    exitOutcome: 'open',
    restrictedNote: 'restricted',
  },
  access: CASE_RECORD_ACCESS,
  isReviewed: true,
  subjectField: 'beneficiary',
  subjectKind: 'beneficiary',
  rules: (fields, context) => [
    ...dateProblems(fields, context),
    ...stageProblems(fields, context),
    ...overlapProblems(fields, context),
  ],
});
