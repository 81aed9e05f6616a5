import { describe, expect, test } from 'vitest';
import { KINDS } from '../../src/domain/kinds.ts';
import { findFormat } from '../../src/features/field-words.ts';
import { PAGES } from '../../src/features/pages.tsx';
import { placeOfRecord, placeToMend } from '../../src/features/places.ts';
import { en } from '../../src/i18n/messages/en.ts';
import { it } from '../../src/i18n/messages/it.ts';

/** What a new kind owes to the screens that show records of every kind: a line that is forgotten here would only look wrong. */
describe.each([...KINDS.values()])('$kind', ({ kind, schema, subjectField }) => {
  const fields = Object.keys(schema.shape);

  test.each([
    ['Italian', it],
    ['English', en],
  ])('has a name and a label for every field in %s', (_, messages) => {
    const owed = [`kind.${kind}`, ...fields.map((field) => `field.${kind}.${field}`)];
    expect(owed.filter((key) => !Object.hasOwn(messages, key))).toEqual([]);
  });

  test.each([
    ['read', placeOfRecord],
    ['mended', placeToMend],
  ])('is %s at an address of its own, which has a page', (_, place) => {
    const path = place(kind, ':id');
    expect(PAGES.map((page) => page.path)).toContain(path);
    const others = [...KINDS.keys()].filter((other) => other !== kind);
    expect(others.map((other) => place(other, ':id'))).not.toContain(path);
  });

  test('shows dates as dates and its subject by name', () => {
    const dates = fields.filter((field) => field === 'date' || field.endsWith('Date'));
    expect(dates.filter((field) => findFormat(kind, field) !== 'date')).toEqual([]);
    expect(['person', 'record', undefined]).toContain(subjectField && findFormat(kind, subjectField));
    expect(subjectField === undefined || findFormat(kind, subjectField) !== undefined).toBe(true);
  });
});

test('a record of a kind that this version does not know opens a page that can say so', () => {
  for (const kind of ['not-known-yet', 'constructor'])
    expect(placeOfRecord(kind, '1')).toBe(placeOfRecord('service', '1'));
});
