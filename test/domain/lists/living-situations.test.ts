import { expect, test } from 'vitest';
import { EXIT_OUTCOMES, isPositiveExit } from '../../../src/domain/lists/exit-outcomes.ts';
import { findEthosSituation, LIVING_SITUATIONS } from '../../../src/domain/lists/living-situations.ts';

const ethosSituations = LIVING_SITUATIONS.filter((code) => findEthosSituation(code) !== undefined);

test('all situations but the autonomous contract and the missing reasons are in ETHOS', () => {
  expect(LIVING_SITUATIONS.filter((code) => findEthosSituation(code) === undefined)).toEqual([
    'AUTO',
    'NOT_ASKED',
    'DOES_NOT_KNOW',
    'PREFERS_NOT',
  ]);
});

test.each(ethosSituations)('%s carries the ETHOS code that its own code spells', (code) => {
  expect(`E${findEthosSituation(code)?.ethosCode.replace('.', '_')}`).toBe(code);
});

// FEANTSA: categories 1-2 roofless, 3-7 houseless, 8-10 insecure, 11-13 inadequate.
test.each(ethosSituations)('%s is in the category of its ETHOS number', (code) => {
  const situation = findEthosSituation(code);
  const number = Number(situation?.ethosCode.split('.')[0]);
  const category = number <= 2 ? 'ROOFLESS' : number <= 7 ? 'HOUSELESS' : number <= 10 ? 'INSECURE' : 'INADEQUATE';
  expect(situation?.category).toBe(category);
});

test('the twelve rows of ETHOS Light each come from one situation', () => {
  const codeByLight = Object.fromEntries(ethosSituations.map((code) => [findEthosSituation(code)?.light ?? 0, code]));
  expect(codeByLight).toMatchObject({
    1: 'E1_1',
    2: 'E2_1',
    3: 'E3_1',
    4: 'E3_2',
    5: 'E3_3',
    6: 'E4_1',
    7: 'E6_2',
    8: 'E6_1',
    9: 'E11_1',
    10: 'E11_2',
    11: 'E11_3',
    12: 'E8_1',
  });
  expect(ethosSituations.filter((code) => findEthosSituation(code)?.light !== undefined)).toHaveLength(12);
});

test('housing autonomy is an own contract, a shared, subsidised or public rental', () => {
  expect(EXIT_OUTCOMES.filter(isPositiveExit)).toEqual(['AUTO', 'COND', 'SUSS', 'ERP']);
});
