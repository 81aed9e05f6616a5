import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { Change } from '../../src/domain/change.ts';
import { mayBeUndone, savedText } from '../../src/features/use-save.ts';
import { loadTranslator } from '../../src/i18n/load-translator.ts';
import { NOW } from './vault-of.ts';

const changeOf = (parts: Readonly<Record<string, unknown>>): Change =>
  Change.parse({ id: v7(), recordId: v7(), kind: 'service', at: NOW, ...parts });

const CHANGES = {
  create: changeOf({ type: 'create', fields: {} }),
  edit: changeOf({ type: 'edit', seenVersion: 1, fields: { place: { from: 'A', to: 'B' } } }),
  remove: changeOf({ type: 'remove' }),
  restore: changeOf({ type: 'restore' }),
  merge: changeOf({ type: 'merge', into: v7() }),
  unmerge: changeOf({ type: 'unmerge' }),
  comment: changeOf({ type: 'comment', text: 'Fatto' }),
  resolve: changeOf({ type: 'resolve', field: 'place', from: 'A', to: 'B', conflictIds: [v7()] }),
};

describe('"Annulla" is offered', () => {
  test.each(['create', 'edit', 'remove', 'restore', 'merge'] as const)(
    'for a %s, with and without a network',
    (type) => {
      expect([mayBeUndone(CHANGES[type], true), mayBeUndone(CHANGES[type], false)]).toEqual([true, true]);
    },
  );

  test.each(['comment', 'resolve'] as const)('for a %s only while it is sure to be here', (type) => {
    expect([mayBeUndone(CHANGES[type], true), mayBeUndone(CHANGES[type], false)]).toEqual([false, true]);
  });
});

test.each([
  ['it', /restano dove sono: controllali/],
  ['en', /stays where it is: check it/],
] as const)('parting two records says in %s that what was taken from the other stays', async (language, words) => {
  expect(savedText(await loadTranslator(language), CHANGES.unmerge)).toMatch(words);
});
