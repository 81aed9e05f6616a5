import type { CaseRecord, OpenVault } from '../device/open-vault.ts';
import type { Office } from '../domain/kinds/office.ts';

/** Fields of an office. A newer app may have written more, so nothing is taken as given. */
export const officeFieldsOf = ({ record }: CaseRecord): Partial<Office> => record.fields as Partial<Office>;

/** All offices by name. */
export const officesOf = ({ caseload }: OpenVault): readonly CaseRecord[] =>
  caseload.ofKind('office').toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), 'it'));

const nameOf = (held: CaseRecord): string => officeFieldsOf(held).name ?? '';

/** Name of the office a service was referred to; undefined when it is not here any more. */
export function findOfficeName({ caseload }: OpenVault, id: string | undefined): string | undefined {
  const held = id === undefined ? undefined : caseload.find(id);
  return held?.record.kind === 'office' ? officeFieldsOf(held).name : undefined;
}
