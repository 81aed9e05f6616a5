import type { RecordEnvelope } from '../../domain/record.ts';

/**
 * While a push is being decided its versions are provisional, so that the municipality's counter is locked only to write.
 * They count up from a base that no real version ever reaches: to every rule they are newer than all that was seen.
 */
const PROVISIONAL_BASE = 2 ** 52;

export const provisionalVersion = (nth: number): number => PROVISIONAL_BASE + nth;

/** The real version, once the counter is known to stand at `counter`. */
export const settleVersion = (version: number, counter: number): number =>
  version > PROVISIONAL_BASE ? version - PROVISIONAL_BASE + counter : version;

export const settleRecord = (record: RecordEnvelope, counter: number): RecordEnvelope => ({
  ...record,
  version: settleVersion(record.version, counter),
  othersVersion: settleVersion(record.othersVersion, counter),
  fieldVersions: Object.fromEntries(
    Object.entries(record.fieldVersions).map(([field, version]) => [field, settleVersion(version, counter)]),
  ),
});
