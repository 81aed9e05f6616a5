import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { CARD_CODE_PATTERN, cardCodeToText, createCardCode, readCardCode } from '../../src/domain/card-code.ts';
import { Id } from '../../src/domain/primitives.ts';

const newId = () => Id.parse(v7());
const CODE = 'TC-0123456789ABCDEFGHJK';

test('a new code has the shape of one, and no two are alike', () => {
  const codes = Array.from({ length: 500 }, () => createCardCode(newId));
  expect(codes.every((code) => CARD_CODE_PATTERN.test(code))).toBe(true);
  expect(new Set(codes).size).toBe(codes.length);
  // Codes made in the same millisecond share no beginning that would tell the day.
  expect(new Set(codes.map((code) => code.slice(0, 7))).size).toBeGreaterThan(490);
});

test('a code is made of the random bits of its ids alone', () => {
  const ids = [
    '019aae00-0000-7000-8000-00ffffffffff',
    '019aae00-0000-7000-8000-000000000000',
    '019aae00-0000-7000-8000-00000000001f',
  ];
  expect(createCardCode(() => Id.parse(ids.shift()))).toBe('TC-ZZZZZZZZ00000000Z000');
});

test.each([
  ['as the camera reads it', CODE],
  ['in small letters', CODE.toLowerCase()],
  ['in groups', cardCodeToText(CODE)],
  ['without its beginning', CODE.slice(3)],
  ['with look-alikes', 'TC-O1234 56789 ABCDE FGHJK'.replace('1', 'l')],
])('a code is read %s', (_, text) => {
  expect(readCardCode(text)).toBe(CODE);
});

test.each([
  '',
  'Amina',
  'TC-',
  CODE.slice(0, -1),
  `${CODE}0`,
  CODE.replace('A', 'U'),
  'https://example.org/0123456789',
])('%j is no code', (text) => {
  expect(readCardCode(text)).toBeUndefined();
});

test('a code that begins with TC after its own beginning is not shortened', () => {
  const code = 'TC-TC23456789ABCDEFGHJK';
  expect(readCardCode(code)).toBe(code);
  expect(readCardCode(code.slice(3))).toBe(code);
});
