import { expect, test } from 'vitest';
import { KINDS } from '../../../src/domain/kinds.ts';
import { distinctBy, groupAttention } from '../../../src/features/attention/attention-groups.ts';
import { editorOf } from '../../../src/features/attention/editor-of.ts';
import type { AttentionItem } from '../../../src/features/attention-items.ts';
import { findFormat } from '../../../src/features/field-words.ts';
import { idOf, sampleRecord } from '../sample-record.ts';

const record = { record: sampleRecord({}), confirmed: undefined, waiting: 0, attention: 0 };
const returned: AttentionItem = { what: 'returned', recordId: idOf(100), record, members: [record] };
const disputed: AttentionItem = { what: 'disputed', recordId: idOf(100), field: 'address', conflicts: [] };
const refused: AttentionItem = { what: 'refused', recordId: idOf(101), items: [] };

test('what was refused stands first, returned work last, and an empty part is left out', () => {
  expect(
    groupAttention([returned, disputed, refused, disputed]).map(({ what, items }) => [what, items.length]),
  ).toEqual([
    ['refused', 1],
    ['disputed', 2],
    ['returned', 1],
  ]);
  expect(groupAttention([returned]).map(({ what }) => what)).toEqual(['returned']);
});

test('two people who wrote the same are one value to choose', () => {
  expect(distinctBy(['a', 'b', 'a'], (x, y) => x === y)).toEqual(['a', 'b']);
});

const shapeOf = (kind: string, field: string): string => {
  const schema = KINDS.get(kind)?.schema.shape[field];
  return schema === undefined ? 'missing' : String(unwrapped(schema).type);
};
const unwrapped = (schema: { type: string; unwrap?: () => unknown }): { type: string } =>
  schema.type === 'optional' && schema.unwrap ? (schema.unwrap() as { type: string }) : schema;

const FIELDS = [...KINDS].flatMap(([kind, { classes }]) => Object.keys(classes).map((field) => [kind, field] as const));

/** Made of several values, of a file, or the name of another record: only the whole form writes them. */
const WHOLE_FORM = [
  'event.shifts',
  'service.group',
  'office.hours',
  'attachment.bytes',
  'attachment.fileType',
  'attachment.sha256',
  'practice-file.bytes',
  'practice-file.fileType',
  'practice-file.sha256',
];
const isOfWholeForm = (kind: string, field: string): boolean =>
  WHOLE_FORM.includes(`${kind}.${field}`) || findFormat(kind, field) === 'record';

test.each(FIELDS)('%s.%s is written with a control that gives its shape', (kind, field) => {
  const { as } = editorOf(kind, field);
  if (isOfWholeForm(kind, field)) return expect(as).toBe('form');
  const expected = { array: ['codes', 'names'], object: ['form'], number: ['number', 'money'] }[shapeOf(kind, field)];
  if (expected === undefined) expect(['codes', 'names', 'form', 'number', 'money']).not.toContain(as);
  else expect(expected).toContain(as);
});
