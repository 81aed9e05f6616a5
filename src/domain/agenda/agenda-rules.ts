import { EXIT_OUTCOMES } from '../lists/exit-outcomes.ts';
import { FOLLOW_UP_MONTHS, type FollowUp } from '../lists/follow-ups.ts';
import type { AgendaCode, AgendaRule } from './agenda-rule.ts';

/** Renewal is to be asked for at least 60 days before a permit ends (Consolidated Immigration Act, art. 5(4)). */
const PERMIT_DAYS_BEFORE = 60;
/** An exit is prepared in the week before. [S] */
const EXIT_DAYS_BEFORE = 7;
/** Long enough for the office to have answered, short enough for the person to remember. [S] */
const REFERRAL_DAYS = 14;

/** Two months not told are caught up with; more are a placement to correct. [S] */
const MONTHS_LATE_DAYS = 62;
/** Until the next one is due. [S] */
const FOLLOW_UP_LATE_DAYS = 90;

/** What becomes due by itself in LGNet's work. The order is the order within a day. */
export const AGENDA_RULES: readonly AgendaRule[] = [
  {
    code: 'APPO',
    kind: 'appointment',
    from: 'date',
    afterDays: 0,
    only: { field: 'state', oneOf: ['PLAN'] },
    overdueDaysMax: 30,
  },
  {
    code: 'ESCI',
    kind: 'placement',
    from: 'expectedExitDate',
    afterDays: -EXIT_DAYS_BEFORE,
    only: { field: 'stage', oneOf: ['SEGN', 'VALU', 'PATT', 'RICE', 'INSE', 'ACCO'] },
    doneField: 'exitDate',
    overdueDaysMax: EXIT_DAYS_BEFORE + 30,
  },
  {
    code: 'MESE',
    kind: 'placement',
    from: 'entryDate',
    afterDays: 0,
    every: 'month',
    only: { field: 'stage', oneOf: ['INSE', 'ACCO'] },
    doneBy: { kind: 'monthly-situation', field: 'month' },
    overdueDaysMax: MONTHS_LATE_DAYS,
  },
  {
    code: 'PASS',
    kind: 'placement',
    from: 'nextStepDate',
    afterDays: 0,
    overdueDaysMax: 60,
  },
  followUp('FUP3', 'M3'),
  followUp('FUP6', 'M6'),
  {
    code: 'PERM',
    kind: 'beneficiary',
    from: 'permitExpiryDate',
    afterDays: -PERMIT_DAYS_BEFORE,
    overdueDaysMax: PERMIT_DAYS_BEFORE + 30,
  },
  {
    code: 'INVI',
    kind: 'service',
    from: 'date',
    afterDays: REFERRAL_DAYS,
    only: { field: 'types', oneOf: ['INVI'] },
    doneField: 'referralOutcome',
    untilLocked: true,
    overdueDaysMax: 60,
  },
];

/** Of whoever left, however it ended; nobody is asked about who died. */
function followUp(code: AgendaCode, after: FollowUp): AgendaRule {
  return {
    code,
    kind: 'placement',
    from: 'exitDate',
    afterDays: 0,
    afterMonths: FOLLOW_UP_MONTHS[after],
    only: { field: 'exitOutcome', oneOf: EXIT_OUTCOMES.filter((outcome) => outcome !== 'DECE') },
    doneBy: { kind: 'exit-follow-up', field: 'after', code: after },
    overdueDaysMax: FOLLOW_UP_LATE_DAYS,
  };
}
