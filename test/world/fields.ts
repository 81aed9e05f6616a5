import type { NewChange } from '../../src/device/open-vault.ts';
import type { JsonValue } from '../../src/domain/json-value.ts';
import type { RecordEnvelope } from '../../src/domain/record.ts';
import { newId } from '../device/a-device.ts';

/** Changes as screens make them, from the record that the person looks at. */
export const logContact = (date: string, more: Record<string, JsonValue> = {}): NewChange => ({
  type: 'create',
  recordId: newId(),
  kind: 'service',
  fields: { types: ['CONT'], date, contact: { count: 1 }, ...more },
});

export const logServiceFor = (beneficiary: string, date: string, more: Record<string, JsonValue> = {}): NewChange => ({
  type: 'create',
  recordId: newId(),
  kind: 'service',
  fields: { types: ['CONT'], date, beneficiary, ...more },
});

export const editOf = (
  { id, kind, version, fields }: RecordEnvelope,
  values: Record<string, JsonValue>,
  comment?: string,
): NewChange => ({
  type: 'edit',
  recordId: id,
  kind,
  seenVersion: version,
  fields: Object.fromEntries(Object.entries(values).map(([name, to]) => [name, { from: fields[name] ?? null, to }])),
  ...(comment !== undefined && { comment }),
});

export const reviewOf = (
  { id, kind, version }: RecordEnvelope,
  verb: 'validate' | 'return' | 'reopen',
  comment?: string,
): NewChange => ({
  type: 'review',
  recordId: id,
  kind,
  seenVersion: version,
  verb,
  ...(comment !== undefined && { comment }),
});

export const commentOn = ({ id, kind }: RecordEnvelope, text: string): NewChange => ({
  type: 'comment',
  recordId: id,
  kind,
  text,
});
