import { describe, expect, test } from 'vitest';
import { applyChange } from '../../../src/domain/apply-change.ts';
import { FILE_BYTES_MAX } from '../../../src/domain/file-type.ts';
import { ATTACHMENTS_MAX } from '../../../src/domain/kinds/attachment.ts';
import { Id } from '../../../src/domain/primitives.ts';
import type { RecordEnvelope } from '../../../src/domain/record.ts';
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

const amina = sampleBeneficiary();
const hash = (digit: number) => String(digit).padStart(64, '0');
const base = { record: amina.id, name: 'Contratto', fileType: 'image/jpeg', bytes: 250_000, sha256: hash(1) };
const make = (more: Readonly<Record<string, unknown>> = {}, related: RecordEnvelope[] = [amina]) =>
  applyChange(undefined, createOf('attachment', { ...base, ...more }), contextOf(anna, 1, related));
const attached = (more: Readonly<Record<string, unknown>> = {}) =>
  applied(undefined, createOf('attachment', { ...base, ...more }), anna, 1, [amina]);

describe('an attachment', () => {
  test.each([
    ['as a camera gives it', {}, []],
    ['with a note and its size in pixels', { note: 'Pagina 1', width: 1600, height: 1200 }, []],
    ['as heavy as allowed', { bytes: FILE_BYTES_MAX }, []],
    ['heavier than that', { bytes: FILE_BYTES_MAX + 1 }, ['bytes: ValueTooBig']],
    ['of nothing', { bytes: 0 }, ['bytes: ValueTooSmall']],
    ['of a type that a browser runs', { fileType: 'image/svg+xml' }, ['fileType: CodeUnknown']],
    ['with a hash that is none', { sha256: 'A'.repeat(64) }, ['sha256: ValueInvalid']],
    ['with its bytes in it', { data: 'AAAA' }, ['data: FieldUnknown']],
  ])('%s', (_, more, rules) => {
    expect(rulesIn(make(more))).toEqual(rules);
  });

  test('hangs on a person, a service or a placement, and on nothing else', () => {
    for (const kind of ['beneficiary', 'service', 'placement'])
      expect(rulesIn(make({}, [{ ...amina, kind }]))).toEqual([]);
    const unknown = { type: 'SubjectUnknown', field: 'record' };
    for (const kind of ['attachment', 'event', 'office'])
      expect(refusalIn(make({}, [{ ...amina, kind }]))).toEqual(unknown);
    expect(refusalIn(make({}, []))).toEqual(unknown);
    expect(refusalIn(make({}, [{ ...amina, removed: true }]))).toEqual(unknown);
  });

  test('gets another name and a note, and never another file', () => {
    const file = attached();
    const renamed = applied(file, editOf(file, { name: ['Contratto', 'Contratto firmato'] }), anna, 2, [amina]);
    expect(renamed.fields.name).toBe('Contratto firmato');
    const swapped = editOf(file, { sha256: [hash(1), hash(2)] });
    expect(rulesIn(applyChange(file, swapped, contextOf(anna, 2, [amina])))).toEqual(['sha256: FileFixed']);
    const longer = editOf(file, { bytes: [250_000, 250_001] });
    expect(rulesIn(applyChange(file, longer, contextOf(anna, 2, [amina])))).toEqual(['bytes: FileFixed']);
  });

  test('is one of twenty at most; what was removed does not count, and a full record lets names be corrected', () => {
    const others = Array.from({ length: ATTACHMENTS_MAX }, (_, index) => ({
      ...attached({ sha256: hash(index + 10) }),
      id: Id.parse(newId()),
    }));
    expect(rulesIn(make({}, [amina, ...others.slice(1)]))).toEqual([]);
    expect(rulesIn(make({}, [amina, ...others]))).toEqual(['record: FilesTooMany']);
    const [first, ...rest] = others;
    if (first === undefined) throw new Error('twenty');
    expect(rulesIn(make({}, [amina, { ...first, removed: true }, ...rest]))).toEqual([]);
    const one = attached();
    const renamed = editOf(one, { name: ['Contratto', 'Altro'] });
    expect(rulesIn(applyChange(one, renamed, contextOf(anna, 2, [amina, ...others])))).toEqual([]);
  });
});
