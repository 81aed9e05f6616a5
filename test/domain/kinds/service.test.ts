import { describe, expect, test } from 'vitest';
import { applyChange } from '../../../src/domain/apply-change.ts';
import {
  anna,
  applied,
  carla,
  changeOf,
  contextOf,
  createOf,
  refusalIn,
  rulesIn,
  sampleBeneficiary,
} from '../sample-changes.ts';

const amina = sampleBeneficiary();
const base = { types: ['CONT'], date: '2026-11-20', contact: { count: 1 } };
const forAmina = { types: ['CONT'], date: '2026-11-20', beneficiary: amina.id };
const apply = (fields: Record<string, unknown>, related = [amina]) =>
  applyChange(undefined, createOf('service', fields), contextOf(anna, 2, related));

describe('a new service', () => {
  test.each([
    ['an anonymous contact', base, []],
    ['a person', forAmina, []],
    ['a referral without where to', { ...base, types: ['INVI'] }, []],
    ['where to without a referral', { ...base, referralTo: 'Sportello casa' }, []],
    ['nobody', { types: ['CONT'], date: '2026-11-20' }, ['beneficiary: WhoMissing']],
    ['a contact linked to a person', { ...forAmina, contact: { count: 1, nickname: 'Ami' } }, []],
    ['a person and a group', { ...forAmina, contact: { count: 2 } }, ['beneficiary: WhoTwice']],
    ['no type', { ...base, types: [] }, ['types: ListEmpty']],
    ['the same type twice', { ...base, types: ['CONT', 'CONT'] }, ['types: ListHasTwice']],
    ['an unknown type', { ...base, types: ['XXXX'] }, ['types: CodeUnknown']],
    ['no date', { types: ['CONT'], contact: { count: 1 } }, ['date: ValueMissing']],
    ['today', { ...base, date: '2026-11-23' }, []],
    ['tomorrow', { ...base, date: '2026-11-24' }, ['date: ServiceDateInFuture']],
    ['the first day of the project', { ...base, date: '2024-01-01' }, []],
    ['the day before the project', { ...base, date: '2023-12-31' }, ['date: ServiceDateBeforeProject']],
    ['no minutes', { ...base, minutes: 0 }, ['minutes: ValueTooSmall']],
    ['a whole day', { ...base, minutes: 1440 }, []],
    ['more than a day', { ...base, minutes: 1441 }, ['minutes: ValueTooBig']],
    ['half a minute', { ...base, minutes: 0.5 }, ['minutes: ValueInvalid']],
    ['a time that is none', { ...base, time: '24:00' }, ['time: ValueInvalid']],
    ['a contact of nobody', { ...base, contact: { count: 0 } }, ['contact: ValueTooSmall']],
    ['a contact of 500', { ...base, contact: { count: 500 } }, []],
    ['a contact of 501', { ...base, contact: { count: 501 } }, ['contact: ValueTooBig']],
    ['a contact without count', { ...base, contact: {} }, ['contact: ValueMissing']],
    ['a contact with a surname', { ...base, contact: { count: 1, familyName: 'X' } }, ['contact: FieldUnknown']],
  ])('with %s', (_, fields, problems) => {
    expect(rulesIn(apply(fields))).toEqual(problems);
  });

  test.each([
    ['is not known', []],
    ['was removed', [applied(amina, changeOf(amina, { type: 'remove' }), carla, 3)]],
    ['is no person', [{ ...amina, kind: 'service' }]],
  ])('is refused when its person %s', (_, related) => {
    expect(refusalIn(apply(forAmina, related))).toEqual({ type: 'SubjectUnknown', field: 'beneficiary' });
  });
});

test('an anonymous contact is linked to its person and keeps what was known of it', () => {
  const contact = { count: 1, nickname: 'Ami', language: 'fra' };
  const service = applied(undefined, createOf('service', { ...base, contact }), anna, 2);
  const link = changeOf(service, {
    type: 'edit',
    seenVersion: 2,
    fields: { beneficiary: { from: null, to: amina.id } },
  });
  expect(applied(service, link, anna, 3, [amina]).fields).toEqual({ ...forAmina, contact });
});

test('a linked contact cannot grow into a group', () => {
  const linked = applied(undefined, createOf('service', { ...forAmina, contact: { count: 1 } }), anna, 2, [amina]);
  const grow = changeOf(linked, {
    type: 'edit',
    seenVersion: 2,
    fields: { contact: { from: { count: 1 }, to: { count: 3 } } },
  });
  expect(rulesIn(applyChange(linked, grow, contextOf(anna, 3, [amina])))).toEqual(['beneficiary: WhoTwice']);
});

test('an anonymous contact can become a person later', () => {
  const service = applied(undefined, createOf('service', base), anna, 2);
  const change = changeOf(service, {
    type: 'edit',
    seenVersion: 2,
    fields: { contact: { from: { count: 1 }, to: null }, beneficiary: { from: null, to: amina.id } },
  });
  expect(applied(service, change, anna, 3, [amina]).fields).toEqual(forAmina);
  expect(refusalIn(applyChange(service, change, contextOf(anna, 3)))).toEqual({
    type: 'SubjectUnknown',
    field: 'beneficiary',
  });
});
