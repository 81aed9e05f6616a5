import { expect, test } from 'vitest';
import { passwordProblems } from '../../../src/features/settings/password-problems.ts';

test.each([
  ['nothing written', { old: '', next: '', again: '' }, { old: 'missing', next: 'missing' }],
  ['too short', { old: 'taccuino', next: 'sette77', again: 'sette77' }, { next: 'short' }],
  ['the same again', { old: 'taccuino', next: 'taccuino', again: 'taccuino' }, { next: 'same' }],
  ['mistyped the second time', { old: 'taccuino', next: 'mare-luna', again: 'mare-lana' }, { again: 'different' }],
  ['all good', { old: 'taccuino', next: 'mare-luna', again: 'mare-luna' }, {}],
] as const)('%s', (_what, form, expected) => {
  expect(passwordProblems(form)).toEqual(expected);
});
