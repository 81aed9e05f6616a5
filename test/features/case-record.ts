import type { CaseRecord } from '../../src/device/open-vault.ts';
import type { Fields } from '../../src/domain/json-value.ts';
import type { Id, MunicipalityId } from '../../src/domain/primitives.ts';

const author = { id: '019a0000-0000-7000-8000-00000000000a' as Id, name: 'Marta Rossi' };

/** A record as a screen reads it; only what a pure row model looks at is worth saying. */
export function caseRecord(
  kind: string,
  id: string,
  fields: Fields,
  createdAt = '2026-03-04T09:00:00.000Z',
): CaseRecord {
  return {
    confirmed: undefined,
    waiting: 0,
    attention: 0,
    record: {
      id: id as Id,
      kind,
      municipality: 'c_d969' as MunicipalityId,
      version: 1,
      othersVersion: 0,
      fieldVersions: {},
      review: { state: 'submitted' },
      comments: [],
      conflicts: [],
      createdBy: author,
      createdAt,
      updatedBy: author,
      updatedAt: createdAt,
      removed: false,
      fields,
    },
  };
}
