import { z } from 'zod';

/** [S] What became of a referral: ACCO the person was received there · NACC went and was not received · NAND did not go · NSA nobody knows. */
export const REFERRAL_OUTCOMES = ['ACCO', 'NACC', 'NAND', 'NSA'] as const;
export const ReferralOutcome = z.enum(REFERRAL_OUTCOMES);
export type ReferralOutcome = z.infer<typeof ReferralOutcome>;
