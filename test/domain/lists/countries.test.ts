import { expect, test } from 'vitest';
import { CITIZENSHIPS, Citizenship, COUNTRIES, isEuCountry } from '../../../src/domain/lists/countries.ts';

test('the countries are the 249 of ISO 3166-1 and Kosovo', () => {
  expect(COUNTRIES).toHaveLength(250);
  expect(COUNTRIES).toContain('XK');
  for (const code of COUNTRIES) expect(code).toMatch(/^[A-Z]{2}$/);
});

test('a citizenship is a country, stateless or unknown, and nothing else', () => {
  for (const code of ['SN', 'XK', 'STLS', 'UNKN']) expect(Citizenship.safeParse(code).success).toBe(true);
  for (const code of ['', 'ZZ', 'sn', 'SEN', '__proto__']) expect(Citizenship.safeParse(code).success).toBe(false);
});

test('the 27 member states are EU countries; neighbours, stateless and unknown are not', () => {
  expect(CITIZENSHIPS.filter(isEuCountry)).toHaveLength(27);
  for (const code of ['RO', 'HR', 'IT']) expect(isEuCountry(code)).toBe(true);
  for (const code of ['GB', 'CH', 'AL', 'STLS', 'UNKN']) expect(isEuCountry(code)).toBe(false);
});
