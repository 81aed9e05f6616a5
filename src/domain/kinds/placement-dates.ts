import type { RuleContext } from '../kind-definition.ts';
import type { FieldProblem } from '../refusal.ts';
import type { KindRuleCode } from '../rule-codes.ts';
import type { Placement } from './placement.ts';
import { isStageReached } from './placement-stages.ts';

/** Dates that are given have to be in the order of the pathway: referral ≤ agreement ≤ entry ≤ expected exit, exit. */
type DateField = 'referralDate' | 'agreementDate' | 'entryDate' | 'expectedExitDate' | 'exitDate';

/** For each date, the earlier ones it may not precede, nearest first, so that one slip gives one problem. */
const EARLIER_DATES = {
  referralDate: [],
  agreementDate: [['referralDate', 'DateBeforeReferral']],
  entryDate: [
    ['agreementDate', 'DateBeforeAgreement'],
    ['referralDate', 'DateBeforeReferral'],
  ],
  expectedExitDate: [
    ['entryDate', 'ExitBeforeEntry'],
    ['agreementDate', 'DateBeforeAgreement'],
    ['referralDate', 'DateBeforeReferral'],
  ],
  exitDate: [
    ['entryDate', 'ExitBeforeEntry'],
    ['agreementDate', 'DateBeforeAgreement'],
    ['referralDate', 'DateBeforeReferral'],
  ],
} as const satisfies Record<DateField, readonly (readonly [DateField, KindRuleCode])[]>;

const DATE_FIELDS: readonly DateField[] = [
  'referralDate',
  'agreementDate',
  'entryDate',
  'expectedExitDate',
  'exitDate',
];

export const dateProblems = (fields: Placement, context: RuleContext): FieldProblem[] => [
  ...DATE_FIELDS.flatMap((field) => orderProblem(fields, field)),
  ...futureProblems(fields, context),
];

function orderProblem(fields: Placement, field: DateField): FieldProblem[] {
  const date = fields[field];
  if (date === undefined) return [];
  const earlier: readonly (readonly [DateField, KindRuleCode])[] = EARLIER_DATES[field];
  for (const [other, rule] of earlier) {
    const bound = fields[other];
    if (bound !== undefined && date < bound) return [{ field, rule, other }];
  }
  return [];
}

/**
 * What has happened cannot lie ahead. An entry is only planned until the stage is "placed", so before that it may; an expected
 * exit always may.
 */
function futureProblems(fields: Placement, { today }: RuleContext): FieldProblem[] {
  const happened: readonly (readonly [DateField, KindRuleCode, boolean])[] = [
    ['referralDate', 'ReferralDateInFuture', true],
    ['agreementDate', 'AgreementDateInFuture', true],
    ['entryDate', 'EntryDateInFuture', isStageReached(fields.stage, 'INSE')],
    ['exitDate', 'ExitDateInFuture', true],
  ];
  return happened.flatMap(([field, rule, applies]) => {
    const date = fields[field];
    return applies && date !== undefined && date > today ? [{ field, rule }] : [];
  });
}
