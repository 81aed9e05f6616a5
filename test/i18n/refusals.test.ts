import { expect, test } from 'vitest';
import { KINDS } from '../../src/domain/kinds.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { RULE_CODES } from '../../src/domain/rule-codes.ts';
import { it } from '../../src/i18n/messages/it.ts';

// English has the keys of Italian: `messages.test.ts`.
const keysUnder = (prefix: string) => Object.keys(it).filter((key) => key.startsWith(prefix));

test('every rule that a field may break has its words, and no other', () => {
  expect(keysUnder('rule.').sort()).toEqual(RULE_CODES.map((code) => `rule.${code}`).sort());
});

test('every refusal of a change has its words, and no other', () => {
  const types = Refusal.options.map((option) => `refusal.${option.shape.type.value}`);
  expect(keysUnder('refusal.').sort()).toEqual(types.sort());
});

test('every kind and every field of a kind has its label, and no other', () => {
  const fieldKeys = [...KINDS.values()].flatMap(({ kind, schema }) =>
    Object.keys(schema.shape).map((field) => `field.${kind}.${field}`),
  );
  const topLevel = keysUnder('field.').filter((key) => key.split('.').length === 3);
  expect(topLevel.sort()).toEqual(fieldKeys.sort());
  expect(keysUnder('kind.').sort()).toEqual([...KINDS.keys()].map((kind) => `kind.${kind}`).sort());
});
