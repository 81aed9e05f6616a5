import { describe, expect, test } from 'vitest';
import { serviceFacts } from '../../../src/features/service/service-facts.ts';
import { contactWith } from '../../../src/features/service/service-form.ts';
import { stateToText } from '../../../src/features/service/state-words.ts';
import { changeToText, waitingChangesOf } from '../../../src/features/service/waiting-changes.ts';
import { createTranslator } from '../../../src/i18n/create-translator.ts';
import { it } from '../../../src/i18n/messages/it.ts';
import { heldIn, outboxItemOf, recordOf, serviceOf, vaultOf } from '../vault-of.ts';

const words = createTranslator('it', it);
const service = serviceOf({
  types: ['CONT', 'MEDC'],
  time: '17:38',
  placeKind: 'UNIT',
  contact: { count: 3, language: 'wol' },
  restrictedNote: 'Racconta di dolori al petto.',
});

test('a service is told field by field, without the restricted note', () => {
  const facts = serviceFacts(words, heldIn(vaultOf([service]), service));
  expect(facts.map(({ field, value }) => [field, value])).toEqual([
    ['types', 'Primo contatto / ascolto e Mediazione culturale'],
    ['date', '23 novembre 2026'],
    ['time', '17:38'],
    ['placeKind', 'Unità mobile'],
    ['contact.count', '3'],
    ['contact.language', 'wolof'],
  ]);
  expect(JSON.stringify(facts)).not.toContain('petto');
});

test('a contact with an answer taken back keeps the others', () => {
  expect(contactWith({ count: 3, language: 'wol' }, { language: undefined })).toEqual({ count: 3 });
  expect(contactWith({ count: 3 }, { gender: 'F' })).toEqual({ count: 3, gender: 'F' });
});

describe('own changes that wait', () => {
  const edit = outboxItemOf({
    type: 'edit',
    kind: 'service',
    recordId: service.id,
    seenVersion: 1,
    fields: { date: { from: '2026-11-23', to: '2026-11-22' }, place: { from: null, to: 'Stazione' } },
  });
  const other = serviceOf({ contact: { count: 1 } });

  test('of one record are listed, those of others are not', () => {
    const elsewhere = outboxItemOf({ type: 'remove', kind: 'service', recordId: other.id });
    expect(waitingChangesOf([edit, elsewhere], service.id)).toEqual([edit]);
  });

  test('say what they did', () => {
    expect(changeToText(words, edit.change)).toBe('Corretto: Data e Luogo');
    const read = outboxItemOf({ type: 'disclose', kind: 'service', recordId: service.id, fields: ['restrictedNote'] });
    expect(changeToText(words, read.change)).toBe('Letto: Nota riservata');
  });

  test('make the state "saved here", and a refused one makes it "to mend"', () => {
    const waiting = vaultOf([service], { outbox: [edit] });
    expect(stateToText(words, heldIn(waiting, service))).toBe(words.t('service.state.waiting'));
    const refused = vaultOf([service], {
      outbox: [edit, { ...edit, state: 'attention', refusal: { type: 'RecordUnknown' } }],
    });
    expect(stateToText(words, heldIn(refused, service))).toBe(words.t('service.state.attention'));
  });
});

test.each(['submitted', 'validated', 'returned', 'locked'] as const)(
  'a %s service has a sentence of its own',
  (state) => {
    const record = recordOf('service', service.fields, { review: { state } });
    expect(stateToText(words, heldIn(vaultOf([record]), record))).toBe(words.t(`service.state.${state}`));
  },
);
