import { z } from 'zod';

/** Why and where to a household left a placement. */
export const EXIT_OUTCOMES = [
  'AUTO',
  'COND',
  'SUSS',
  'ERP',
  'SUPP',
  'FAMI',
  'PREC',
  'STRA',
  'RECE',
  'TRAS',
  'IRRE',
  'RINU',
  'ESCL',
  'DECE',
  'ALTR',
  'NON_RIL',
] as const;
export const ExitOutcome = z.enum(EXIT_OUTCOMES);
export type ExitOutcome = z.infer<typeof ExitOutcome>;

/** The exits that count as housing autonomy: own contract, shared rental, subsidised rental, public housing. */
const POSITIVE_EXIT_OUTCOMES: ReadonlySet<ExitOutcome> = new Set<ExitOutcome>(['AUTO', 'COND', 'SUSS', 'ERP']);

export function isPositiveExit(outcome: ExitOutcome): boolean {
  return POSITIVE_EXIT_OUTCOMES.has(outcome);
}
