/**
 * Every code a `FieldProblem.rule` may carry. `i18n` owes each one a sentence (`rule.<code>`). Codes are stored beside refused
 * changes: never rename or reuse one, add a new one instead.
 */

/** Problems of shape, the same for every kind. */
const SHAPE_RULE_CODES = [
  'ValueMissing',
  'ValueInvalid',
  'ValueTooSmall',
  'ValueTooBig',
  'CodeUnknown',
  'DateInvalid',
  'DateOutOfRange',
  'TextEmpty',
  'ValueTooLong',
  'TextBroken',
  'TextHasControls',
  'ListEmpty',
  'ListHasTwice',
  'PhoneInvalid',
  'EmailInvalid',
  'PointTooExact',
  'LinkInvalid',
  'FieldUnknown',
] as const;

/** Problems of meaning: what each kind's rules say. */
const KIND_RULE_CODES = [
  'NoIdentifyingHint',
  'BirthInFuture',
  'AgeOverLimit',
  'BirthContradicts',
  'NoticeDateInFuture',
  'WhoMissing',
  'WhoTwice',
  'ServiceDateInFuture',
  'ServiceDateBeforeProject',
  'DateBeforeReferral',
  'DateBeforeAgreement',
  'ExitBeforeEntry',
  'ReferralDateInFuture',
  'AgreementDateInFuture',
  'EntryDateInFuture',
  'ExitDateInFuture',
  'StageNeedsEntryDate',
  'StageNeedsExitDate',
  'StageNeedsExitOutcome',
  'StageNeedsSituationAtExit',
  'ExitNeedsExitStage',
  'StageMoveNeedsReason',
  'PlacementOverlaps',
  'EventDateBeforeProject',
  'HeldInFuture',
  'EndBeforeStart',
  'ShiftTwice',
  'ShiftEndBeforeStart',
  'ProgInvalid',
  'CupInvalid',
  'AttendeeMissing',
  'AttendeeTwice',
  'CountOfKnownPerson',
  'CountOfNickname',
  'EventLocked',
  'EventCancelled',
  'EventNotYet',
  'ShiftUnknown',
  'AlreadyPresent',
  'AppointmentNotYet',
  'CourseEndBeforeStart',
  'CourseHeldInFuture',
  'CourseCancelled',
  'AlreadyEnrolled',
  'SessionNotYet',
  'MinutesOverSession',
  'AlreadyAtSession',
  'CardCodePrinted',
  'CardDateInFuture',
  'FreeUntilBeforeFrom',
] as const;

export const RULE_CODES = [...SHAPE_RULE_CODES, ...KIND_RULE_CODES] as const;
export type RuleCode = (typeof RULE_CODES)[number];
export type KindRuleCode = (typeof KIND_RULE_CODES)[number];
