import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
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
