import type { CaseRecord, OpenVault } from '../../device/open-vault.ts';

/** A household by its id, as an address names it; removed ones too, whose page says so. */
export function findHousehold({ caseload }: OpenVault, id: string): CaseRecord | undefined {
  const held = caseload.find(id);
  return held?.record.kind === 'household' ? held : undefined;
}
