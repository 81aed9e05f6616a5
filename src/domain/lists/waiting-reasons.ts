import { z } from 'zod';
import type { Stage } from './stages.ts';

/**
 * Why a household waits where it is. All codes [S]. COLL no interview yet · DOCU papers missing · RISP the person does not answer · LIST a
 * waiting list · EQUI the team decides · REDD income to prove · DECI the person decides · FIRM to be signed · COPE no funds · NOAL no fitting
 * home · COST too dear · PROP the landlord decides or refuses · GARA no guarantee or deposit · LAVO no work · CONT contract to be registered ·
 * ALLA utilities or furniture · RESI registered residence · CAUZ deposit to come back · ALTR other.
 */
export const WAITING_REASONS = [
  'COLL',
  'DOCU',
  'RISP',
  'LIST',
  'EQUI',
  'REDD',
  'DECI',
  'FIRM',
  'COPE',
  'NOAL',
  'COST',
  'PROP',
  'GARA',
  'LAVO',
  'CONT',
  'ALLA',
  'RESI',
  'CAUZ',
  'ALTR',
] as const;
export const WaitingReason = z.enum(WAITING_REASONS);
export type WaitingReason = z.infer<typeof WaitingReason>;

/** Which reasons make sense at a stage, the commonest first. */
export const WAITING_REASONS_AT = {
  SEGN: ['COLL', 'RISP', 'DOCU', 'LIST', 'ALTR'],
  VALU: ['EQUI', 'REDD', 'DOCU', 'RISP', 'ALTR'],
  PATT: ['FIRM', 'DECI', 'COPE', 'DOCU', 'ALTR'],
  RICE: ['NOAL', 'COST', 'PROP', 'GARA', 'LAVO', 'COPE', 'ALTR'],
  INSE: ['CONT', 'ALLA', 'RESI', 'GARA', 'ALTR'],
  ACCO: ['LAVO', 'REDD', 'NOAL', 'DOCU', 'RESI', 'ALTR'],
  USCI: ['CAUZ', 'RISP', 'ALTR'],
  FUP: ['RISP', 'ALTR'],
} as const satisfies Record<Stage, readonly WaitingReason[]>;
