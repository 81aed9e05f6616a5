import type { OpenVault } from '../device/open-vault.ts';
import { findSurvivor } from '../domain/find-survivor.ts';

/** Who a person is today: the record left over when theirs was merged into another. */
export const survivorIn =
  ({ caseload }: Pick<OpenVault, 'caseload'>) =>
  (id: string): string =>
    findSurvivor((one) => caseload.find(one)?.record, id);
