import { describe, expect, test } from 'vitest';
import type { Fields } from '../../src/domain/json-value.ts';
import type { CalendarDate, Id } from '../../src/domain/primitives.ts';
import { moveMembers, splitHousehold } from '../../src/features/household-moves.ts';
import {
  formerMembers,
  householdPlacementsOf,
  householdsOn,
  isMemberOn,
  memberPlacementsOf,
  membershipsOf,
  presentMembers,
} from '../../src/features/household-records.ts';
import { householdPlacementFields } from '../../src/features/housing/placement-form.ts';
import { recordTitle } from '../../src/features/record-words.ts';
import { doubleHouseholds } from '../../src/features/settle-household.ts';
import { loadTranslator } from '../../src/i18n/load-translator.ts';
import { heldIn, outboxItemOf, recordOf, TODAY, vaultOf } from './vault-of.ts';

const words = await loadTranslator('it');
const today = TODAY as CalendarDate;
const personOf = (givenName: string) => recordOf('beneficiary', { givenName, familyName: 'Diallo' });
const [amina, ousmane, fatou] = [personOf('Amina'), personOf('Ousmane'), personOf('Fatou')];
const here = recordOf('household', {});
const there = recordOf('household', { name: 'Casa del porto' });
const belonging = (person: { readonly id: string }, more: Fields = {}) =>
  recordOf('household-member', { household: here.id, beneficiary: person.id, fromDate: '2026-01-10', ...more });
const placementOf = (person: { readonly id: string }, more: Fields = {}) =>
  recordOf('placement', {
    beneficiary: person.id,
    measures: ['COHO'],
    stage: 'INSE',
    entryDate: '2026-03-01',
    ...more,
  });

describe('who belongs to a household', () => {
  test.each([
    ['before', '2026-01-09', false],
    ['on the first day', '2026-01-10', true],
    ['on the last day but one', '2026-04-30', true],
    ['on the day of leaving', '2026-05-01', false],
  ])('%s', (_, day, isThere) => {
    const record = belonging(amina, { toDate: '2026-05-01' });
    expect(isMemberOn(heldIn(vaultOf([record]), record), day as CalendarDate)).toBe(isThere);
  });

  test('is told once, also when two merged records both belong to it; who left stands apart', () => {
    const merged = { ...ousmane, mergedInto: amina.id as Id };
    const left = belonging(fatou, { toDate: '2026-05-01' });
    const vault = vaultOf([amina, merged, fatou, here, belonging(amina), belonging(ousmane), left]);
    expect(presentMembers(vault, here.id, today).map(({ personId }) => personId)).toEqual([amina.id]);
    expect(formerMembers(vault, here.id, today).map(({ personId }) => personId)).toEqual([fatou.id]);
  });

  test('shows a person in both households after a merge', () => {
    const merged = { ...ousmane, mergedInto: amina.id as Id };
    const vault = vaultOf([amina, merged, here, there, belonging(amina), belonging(ousmane, { household: there.id })]);
    expect(householdsOn(vault, amina.id, today)).toHaveLength(2);
  });
});

test('a household is called by its name, else by who is in it, and by who was when nobody is any more', () => {
  const titleIn = (records: Parameters<typeof vaultOf>[0], record = here) =>
    recordTitle(vaultOf([amina, ousmane, fatou, ...records]), words, { record });
  expect(titleIn([there], there)).toBe('Casa del porto');
  expect(titleIn([])).toBe('Nucleo senza persone');
  const both = [belonging(amina), belonging(ousmane, { fromDate: '2026-01-11' })];
  expect(titleIn(both)).toBe('Nucleo di Amina D. e Ousmane D.');
  expect(titleIn([...both, belonging(fatou, { fromDate: '2026-02-01' })])).toBe(
    'Nucleo di Amina D., Ousmane D. e 1 altro',
  );
  expect(titleIn([belonging(amina, { toDate: '2026-02-01' })])).toBe('Nucleo di Amina D.');
});

describe('a split', () => {
  const area = 'Maddalena';
  const [head, child, other] = [
    belonging(amina, { role: 'REFE' }),
    belonging(ousmane, { role: 'FIGL' }),
    belonging(fatou, { role: 'FIGL' }),
  ];
  const vault = vaultOf([amina, ousmane, fatou, here, head, child, other]);
  const members = presentMembers(vault, here.id, today);
  const splitOff = (...people: readonly { readonly id: string }[]) => {
    let given = 0;
    const going = members.filter(({ personId }) => people.some(({ id }) => id === personId));
    return splitHousehold(going, { household: 'split' as Id, area, day: today }, () => `new-${given++}` as Id);
  };
  const rolesOf = (changes: ReturnType<typeof splitOff>) =>
    changes.flatMap((change) => (change.type === 'create' && change.kind !== 'household' ? [change.fields.role] : []));

  test('leaves before it comes, and stays in its area', () => {
    expect(splitOff(amina)).toMatchObject([
      { type: 'create', kind: 'household', recordId: 'split', fields: { area } },
      { type: 'edit', fields: { toDate: { from: null, to: today } } },
      { type: 'create', fields: { household: 'split', beneficiary: amina.id, fromDate: today, role: 'REFE' } },
    ]);
  });

  test('keeps who somebody was to the person of reference, where that one comes along', () => {
    expect(rolesOf(splitOff(amina, ousmane))).toEqual(['REFE', 'FIGL']);
    expect(rolesOf(splitOff(ousmane, fatou))).toEqual([undefined, undefined]);
    expect(rolesOf(splitOff(ousmane)), 'alone').toEqual(['REFE']);
  });
});

describe('whoever joins another household', () => {
  const [head, child] = [belonging(amina, { role: 'REFE' }), belonging(ousmane, { role: 'FIGL' })];
  const rolesIn = (membersThere: readonly Fields[]) => {
    const records = [head, child, ...membersThere.map((more) => belonging(fatou, { household: there.id, ...more }))];
    const vault = vaultOf([amina, ousmane, fatou, here, there, ...records]);
    const [going, staying] = [here, there].map(({ id }) => presentMembers(vault, id, today));
    return moveMembers(going ?? [], there.id, today, () => 'new' as Id, staying).flatMap((change) =>
      change.type === 'create' ? [change.fields.role] : [],
    );
  };

  test.each<[string, readonly Fields[], readonly unknown[]]>([
    ['keeps a role where there is no person of reference', [{ role: 'PART' }], ['REFE', 'FIGL']],
    ['is not a second person of reference', [{ role: 'REFE' }], [undefined, 'FIGL']],
    ['may be it after the one there has left', [{ role: 'REFE', toDate: today }], ['REFE', 'FIGL']],
  ])('%s', (_, membersThere, roles) => {
    expect(rolesIn(membersThere)).toEqual(roles);
  });
});

describe('a placement of a household', () => {
  const members = [belonging(ousmane), belonging(amina, { role: 'REFE', fromDate: '2026-02-01' })];

  test('is proposed for the person of reference, with as many as belong to it', () => {
    const vault = vaultOf([amina, ousmane, here, ...members]);
    expect(householdPlacementFields(here.id, presentMembers(vault, here.id, today))).toEqual({
      householdId: here.id,
      beneficiary: amina.id,
      householdSize: 2,
    });
    expect(householdPlacementFields(undefined, [])).toEqual({});
  });

  test('is found from who is in it while it runs, not from who left before', () => {
    const placement = placementOf(amina, { householdId: here.id });
    const left = belonging(fatou, { toDate: '2026-02-20' });
    const vault = vaultOf([amina, ousmane, fatou, here, ...members, left, placement]);
    const idsFor = (person: { readonly id: string }) =>
      householdPlacementsOf(vault, person.id).map(({ record }) => record.id);
    expect([idsFor(ousmane), idsFor(fatou), idsFor(amina)]).toEqual([[placement.id], [], []]);
  });

  test('stands apart from what its people have by themselves, while they belong to it', () => {
    const ofAll = placementOf(amina, { householdId: here.id });
    const own = placementOf(ousmane);
    const elsewhere = placementOf(ousmane, { householdId: there.id });
    const before = placementOf(ousmane, { stage: 'USCI', entryDate: '2025-10-01', exitDate: '2026-01-10' });
    const left = belonging(fatou, { toDate: '2026-02-20' });
    const later = placementOf(fatou);
    const vault = vaultOf([amina, ousmane, fatou, here, ...members, left, ofAll, own, elsewhere, before, later]);
    const found = memberPlacementsOf(vault, membershipsOf(vault, here.id));
    expect(new Set(found.map(({ held }) => held.record.id))).toEqual(new Set([own.id, elsewhere.id]));
    expect(found.map(({ personId }) => personId)).toEqual([ousmane.id, ousmane.id]);
  });
});

test('only what was refused for being in a household already, and for nothing else, is settled by a tap', () => {
  const change = {
    type: 'create',
    kind: 'household-member',
    recordId: belonging(amina).id,
    fields: { household: there.id, beneficiary: amina.id, fromDate: TODAY },
  } as const;
  const present = belonging(amina);
  const problem = { field: 'beneficiary', rule: 'AlreadyInHousehold', other: present.id };
  const late = { field: 'fromDate', rule: 'MembershipDateInFuture' };
  const vaultWith = (problems: (typeof problem)[]) =>
    vaultOf([amina, here, there, present], {
      outbox: [outboxItemOf(change, { type: 'FieldsRefused', problems } as never)],
    });
  expect(doubleHouseholds(vaultWith([problem]), { householdId: here.id })).toHaveLength(1);
  expect(doubleHouseholds(vaultWith([problem]), { personId: ousmane.id })).toEqual([]);
  expect(doubleHouseholds(vaultWith([problem, late as typeof problem]), {})).toEqual([]);
});
