import { describe, expect, test } from 'vitest';
import { applyChange } from '../../../src/domain/apply-change.ts';
import { ATTACHMENTS_MAX } from '../../../src/domain/kinds/attachment.ts';
import type { RecordEnvelope } from '../../../src/domain/record.ts';
import { queueOf } from '../../../src/domain/review-queue.ts';
import {
  anna,
  applied,
  contextOf,
  createOf,
  editOf,
  newId,
  refusalIn,
  rulesIn,
  sampleBeneficiary,
} from '../sample-changes.ts';

const card = { title: 'Orto', problem: 'Solitudine', done: 'Un orto insieme', office: 'Servizi sociali' };
const practice = applied(undefined, createOf('practice', card), anna, 1);
const hash = (digit: number) => String(digit).padStart(64, '0');
const base = { record: practice.id, name: 'Il banco', fileType: 'image/jpeg', bytes: 250_000, sha256: hash(1) };
const make = (more: Readonly<Record<string, unknown>> = {}, related: RecordEnvelope[] = [practice]) =>
  applyChange(undefined, createOf('practice-file', { ...base, ...more }), contextOf(anna, 1, related));
const attached = (sha256: string): RecordEnvelope => ({
  ...applied(undefined, createOf('practice-file', { ...base, sha256 }), anna, 1, [practice]),
  id: newId() as RecordEnvelope['id'],
});

describe('a file of a practice', () => {
  test.each([
    ['as a camera gives it', { width: 1600, height: 1200 }, []],
    ['called by a telephone number', { name: 'Chiama 347 1234567' }, ['name: PersonalTrace']],
    ['with a note', { note: 'Pagina 1' }, ['note: FieldUnknown']],
    ['of a type that a browser runs', { fileType: 'image/svg+xml' }, ['fileType: CodeUnknown']],
  ])('%s', (_, more, rules) => {
    expect(rulesIn(make(more))).toEqual(rules);
  });

  test('hangs on a practice of the own city, and on nothing else', () => {
    const unknown = { type: 'SubjectUnknown', field: 'record' };
    for (const related of [[], [{ ...practice, removed: true }], [{ ...sampleBeneficiary(), id: practice.id }]])
      expect(refusalIn(make({}, related))).toEqual(unknown);
  });

  test('waits for a coordinator, and never becomes another file', () => {
    const file = attached(hash(1));
    expect(queueOf([file])).toEqual([file]);
    const swapped = editOf(file, { sha256: [hash(1), hash(2)] });
    expect(rulesIn(applyChange(file, swapped, contextOf(anna, 2, [practice])))).toEqual(['sha256: FileFixed']);
  });

  test('is one of twenty at most', () => {
    const others = Array.from({ length: ATTACHMENTS_MAX }, (_, index) => attached(hash(index + 10)));
    expect(rulesIn(make({}, [practice, ...others.slice(1)]))).toEqual([]);
    expect(rulesIn(make({}, [practice, ...others]))).toEqual(['record: FilesTooMany']);
  });
});
