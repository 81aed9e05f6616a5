import { Id, MunicipalityId } from '../../src/domain/primitives.ts';
import type { RecordEnvelope } from '../../src/domain/record.ts';

/** Ids and records for screens' tests; what a test is about is given, the rest is as the server would have it. */
export const idOf = (number: number): Id => Id.parse(`019aae00-0000-7000-8000-${String(number).padStart(12, '0')}`);

export const marta = { id: idOf(1), name: 'Marta R.' };
export const lucia = { id: idOf(2), name: 'Lucia B.' };

export function sampleRecord(given: Partial<RecordEnvelope>): RecordEnvelope {
  const at = '2026-11-23T10:00:00.000Z';
  return {
    id: idOf(100),
    kind: 'placement',
    municipality: MunicipalityId.parse('c_d969'),
    version: 12,
    othersVersion: 0,
    fieldVersions: {},
    review: { state: 'submitted' },
    comments: [],
    conflicts: [],
    createdBy: marta,
    createdAt: at,
    updatedBy: marta,
    updatedAt: at,
    receivedAt: at,
    removed: false,
    fields: {},
    ...given,
  };
}
