import type { RecordEnvelope } from '../../src/domain/record.ts';
import type { Broken } from './saved-change.ts';

/** What may be there once only, however many wrote it without seeing each other: a place in a course, a presence, a tick. */
export function checkOnceEach(records: Iterable<RecordEnvelope>, broken: Broken): void {
  const seen = new Map<string, string>();
  for (const { id, kind, fields, removed, mergedInto } of records) {
    if (removed || mergedInto !== undefined) continue;
    const key = keyOf(kind, fields);
    if (key === undefined) continue;
    const other = seen.get(key);
    if (other !== undefined) broken('once', `${kind} ${id.slice(-6)} stands beside ${other.slice(-6)}: ${key}`);
    seen.set(key, id);
  }
}

function keyOf(kind: string, fields: RecordEnvelope['fields']): string | undefined {
  switch (kind) {
    case 'enrolment':
      return `enrolment ${fields.course} ${fields.givenName} ${fields.familyName}`;
    case 'course-attendance':
      return `tick ${fields.session} ${fields.enrolment}`;
    case 'monthly-situation':
      return `month ${fields.placement} ${fields.month}`;
    case 'exit-follow-up':
      return `asked ${fields.placement} ${fields.after}`;
    case 'attendance':
      return fields.beneficiary === undefined
        ? undefined
        : `presence ${fields.event} ${fields.beneficiary} ${fields.shift}`;
    default:
      return undefined;
  }
}
