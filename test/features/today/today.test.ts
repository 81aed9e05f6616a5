import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { dueExits } from '../../../src/features/today/due-exits.ts';
import { forYouRows } from '../../../src/features/today/for-you.ts';
import { greetingOf } from '../../../src/features/today/greeting.ts';
import { createTranslator } from '../../../src/i18n/create-translator.ts';
import { it } from '../../../src/i18n/messages/it.ts';
import { lucia, marta, NOW, outboxItemOf, recordOf, serviceOf, TODAY, vaultOf, youssef } from '../vault-of.ts';

const words = createTranslator('it', it);
const ousmane = recordOf('beneficiary', { givenName: 'Ousmane', familyName: 'Cissé' });

test.each([
  ['04:59', 'evening'],
  ['05:00', 'morning'],
  ['12:59', 'morning'],
  ['13:00', 'afternoon'],
  ['17:59', 'afternoon'],
  ['18:00', 'evening'],
  ['00:30', 'evening'],
] as const)('at %s it is %s', (time, greeting) => {
  expect(greetingOf(time)).toBe(greeting);
});

describe('exits that are due', () => {
  const placement = (fields: Parameters<typeof recordOf>[1], by = marta) =>
    recordOf('placement', { beneficiary: ousmane.id, measures: ['COHO'], stage: 'INSE', ...fields }, { by });
  const due = (record: ReturnType<typeof placement>, actor = marta) =>
    dueExits(vaultOf([record]).caseload.ofKind('placement'), actor, TODAY).length === 1;

  test.each([
    ['2026-11-23', true],
    ['2026-11-30', true],
    ['2026-12-01', false],
    ['2026-10-24', true],
    ['2026-10-23', false],
  ])('expected on %s: %s', (expectedExitDate, isDue) => {
    expect(due(placement({ expectedExitDate }))).toBe(isDue);
  });

  test('are not those of a household that has left, or has no date', () => {
    const expectedExitDate = '2026-11-26';
    expect(due(placement({ expectedExitDate, stage: 'USCI' }))).toBe(false);
    expect(due(placement({ expectedExitDate, exitDate: '2026-11-20' }))).toBe(false);
    expect(due(placement({}))).toBe(false);
  });

  test('are told to who wrote them and to coordinators, not to every colleague', () => {
    const ofYoussef = placement({ expectedExitDate: '2026-11-26' }, youssef);
    expect(due(ofYoussef)).toBe(false);
    expect(due(ofYoussef, youssef)).toBe(true);
    expect(due(ofYoussef, lucia)).toBe(true);
  });
});

describe('what is for me', () => {
  const by = { id: lucia.id, name: lucia.name };
  const returned = serviceOf(
    { beneficiary: ousmane.id },
    {
      review: { state: 'returned', by, at: NOW },
      comments: [
        { id: v7(), by: { id: marta.id, name: marta.name }, at: NOW, text: 'Fatto in fretta.' },
        { id: v7(), by, at: NOW, text: 'Manca la durata' },
      ] as never,
    },
  );

  test('a returned record quotes the coordinator and leads to the record', () => {
    expect(forYouRows(vaultOf([ousmane, returned]), words, TODAY)).toMatchObject([
      {
        title: 'Tornato da Lucia',
        subtitle: '«Manca la durata» · Servizio · Ousmane C.',
        href: `/service/${returned.id}`,
      },
    ]);
  });

  test('a colleague’s returned record is not mine to correct', () => {
    expect(forYouRows(vaultOf([ousmane, returned], { actor: youssef }), words, TODAY)).toEqual([]);
  });

  test('a refused change comes first, with its reason, and leads to where it is mended', () => {
    const service = serviceOf({ beneficiary: ousmane.id });
    const refused = outboxItemOf(
      { type: 'remove', kind: 'service', recordId: service.id },
      { type: 'FieldsRefused', problems: [{ field: 'date', rule: 'ServiceDateInFuture' }] },
    );
    const rows = forYouRows(vaultOf([ousmane, service, returned], { outbox: [refused] }), words, TODAY);
    expect(rows.map(({ href }) => href)).toEqual([`/attention/${service.id}`, `/service/${returned.id}`]);
    expect(rows[0]?.subtitle).toBe(`Servizio · Ousmane C. · ${words.t('rule.ServiceDateInFuture')}`);
  });

  test('a disputed field names the field', () => {
    const conflict = { id: v7(), field: 'place', value: 'Stazione', by, at: NOW };
    const disputed = serviceOf({ beneficiary: ousmane.id }, { conflicts: [conflict] as never });
    expect(forYouRows(vaultOf([ousmane, disputed]), words, TODAY)).toMatchObject([
      { subtitle: 'Luogo: ci sono due valori diversi · Servizio · Ousmane C.', href: `/attention/${disputed.id}` },
    ]);
  });
});
