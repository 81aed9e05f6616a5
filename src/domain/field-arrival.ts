import { fieldValue, isSameValue } from './json-value.ts';
import type { RecordEnvelope } from './record.ts';

/**
 * The version at which the last of some fields of a record got its value, by which conflicts between records are put into the order of the
 * server. `confirmed` is the record as the server has it: what differs is still on its way, and comes after all that the server knows.
 */
export const arrivalIn =
  (record: Pick<RecordEnvelope, 'fields' | 'fieldVersions'>, confirmed: RecordEnvelope | undefined) =>
  (names: readonly string[]): number =>
    Math.max(
      ...names.map((name) =>
        isSameValue(fieldValue(record.fields, name), fieldValue(confirmed?.fields ?? {}, name))
          ? (record.fieldVersions[name] ?? 0)
          : Number.POSITIVE_INFINITY,
      ),
    );
