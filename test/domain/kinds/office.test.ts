import { describe, expect, test } from 'vitest';
import { applyChange } from '../../../src/domain/apply-change.ts';
import { anna, applied, carla, contextOf, createOf, editOf, rulesIn } from '../sample-changes.ts';

const base = { name: 'Questura, ufficio immigrazione', type: 'QUES' };
const rulesOf = (more: Readonly<Record<string, unknown>>) =>
  rulesIn(applyChange(undefined, createOf('office', { ...base, ...more }), contextOf(carla, 1)));

describe('an office', () => {
  test.each([
    ['with a name and what it does', {}, []],
    ['with hours over midnight', { hours: [{ day: 7, from: '20:00', to: '08:00' }] }, []],
    ['on an eighth day', { hours: [{ day: 8, from: '09:00', to: '13:00' }] }, ['hours: ValueTooBig']],
    ['at 25 o’clock', { hours: [{ day: 1, from: '09:00', to: '25:00' }] }, ['hours: ValueInvalid']],
    ['with a link that runs something', { link: 'javascript:alert(1)' }, ['link: LinkInvalid']],
    ['with a link without a protocol', { link: 'www.comune.esempio.it' }, ['link: LinkInvalid']],
    ['with a link', { link: 'https://www.comune.esempio.it/stranieri' }, []],
    ['in a language of nobody', { languages: ['xxx'] }, ['languages: CodeUnknown']],
  ])('%s', (_, more, rules) => {
    expect(rulesOf(more)).toEqual(rules);
  });

  test('is written and corrected by coordinators only', () => {
    const refused = { ok: false, error: { type: 'NotPermitted' } };
    expect(applyChange(undefined, createOf('office', base), contextOf(anna, 1))).toMatchObject(refused);
    const office = applied(undefined, createOf('office', base), carla, 1);
    const edit = editOf(office, { name: [base.name, 'Questura'] });
    expect(applyChange(office, edit, contextOf(anna, 2))).toMatchObject(refused);
    expect(applyChange(office, edit, contextOf(carla, 2)).ok).toBe(true);
  });
});
