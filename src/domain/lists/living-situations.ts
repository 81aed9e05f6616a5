// Where somebody lives, at entry and at exit: FEANTSA's ETHOS typology, plus AUTO (own contract, so no longer in ETHOS)
// and the reasons for no answer. Our code of ETHOS 1.1 is E1_1: a dot would not survive as a key or a column name.

import { z } from 'zod';
import { MISSING_REASONS } from './missing-reasons.ts';

export const ETHOS_CATEGORIES = ['ROOFLESS', 'HOUSELESS', 'INSECURE', 'INADEQUATE'] as const;
export type EthosCategory = (typeof ETHOS_CATEGORIES)[number];

/** `light` is the row of ETHOS Light; situations without it are not in ETHOS Light. */
type EthosSituation = { ethosCode: string; category: EthosCategory; light?: number };

const ETHOS_CODES = [
  'E1_1',
  'E2_1',
  'E3_1',
  'E3_2',
  'E3_3',
  'E4_1',
  'E5_1',
  'E5_2',
  'E6_1',
  'E6_2',
  'E6_3',
  'E7_1',
  'E7_2',
  'E8_1',
  'E8_2',
  'E8_3',
  'E9_1',
  'E9_2',
  'E10_1',
  'E11_1',
  'E11_2',
  'E11_3',
  'E12_1',
  'E13_1',
] as const;

export const LIVING_SITUATIONS = [...ETHOS_CODES, 'AUTO', ...MISSING_REASONS] as const;
export const LivingSituation = z.enum(LIVING_SITUATIONS);
export type LivingSituation = z.infer<typeof LivingSituation>;

const ETHOS_BY_CODE: Readonly<Record<(typeof ETHOS_CODES)[number], EthosSituation>> = {
  E1_1: { ethosCode: '1.1', category: 'ROOFLESS', light: 1 },
  E2_1: { ethosCode: '2.1', category: 'ROOFLESS', light: 2 },
  E3_1: { ethosCode: '3.1', category: 'HOUSELESS', light: 3 },
  E3_2: { ethosCode: '3.2', category: 'HOUSELESS', light: 4 },
  E3_3: { ethosCode: '3.3', category: 'HOUSELESS', light: 5 },
  E4_1: { ethosCode: '4.1', category: 'HOUSELESS', light: 6 },
  E5_1: { ethosCode: '5.1', category: 'HOUSELESS' },
  E5_2: { ethosCode: '5.2', category: 'HOUSELESS' },
  E6_1: { ethosCode: '6.1', category: 'HOUSELESS', light: 8 },
  E6_2: { ethosCode: '6.2', category: 'HOUSELESS', light: 7 },
  E6_3: { ethosCode: '6.3', category: 'HOUSELESS' },
  E7_1: { ethosCode: '7.1', category: 'HOUSELESS' },
  E7_2: { ethosCode: '7.2', category: 'HOUSELESS' },
  E8_1: { ethosCode: '8.1', category: 'INSECURE', light: 12 },
  E8_2: { ethosCode: '8.2', category: 'INSECURE' },
  E8_3: { ethosCode: '8.3', category: 'INSECURE' },
  E9_1: { ethosCode: '9.1', category: 'INSECURE' },
  E9_2: { ethosCode: '9.2', category: 'INSECURE' },
  E10_1: { ethosCode: '10.1', category: 'INSECURE' },
  E11_1: { ethosCode: '11.1', category: 'INADEQUATE', light: 9 },
  E11_2: { ethosCode: '11.2', category: 'INADEQUATE', light: 10 },
  E11_3: { ethosCode: '11.3', category: 'INADEQUATE', light: 11 },
  E12_1: { ethosCode: '12.1', category: 'INADEQUATE' },
  E13_1: { ethosCode: '13.1', category: 'INADEQUATE' },
};

/** Undefined for AUTO and for the missing reasons: they are outside ETHOS. */
export function findEthosSituation(situation: LivingSituation): EthosSituation | undefined {
  return Object.hasOwn(ETHOS_BY_CODE, situation) ? ETHOS_BY_CODE[situation as keyof typeof ETHOS_BY_CODE] : undefined;
}
