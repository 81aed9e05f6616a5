import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { cardKind } from '../../src/domain/kinds/card.ts';
import type { CalendarDate, Id } from '../../src/domain/primitives.ts';
import { cardFieldsOf, cardStateEdit, cardsOf, findCard, newCard } from '../../src/features/card-records.ts';
import { heldIn, recordOf, TODAY, vaultOf } from './vault-of.ts';

const amina = recordOf('beneficiary', { givenName: 'Amina' });
const ami = recordOf('beneficiary', { nickname: 'Ami' }, { mergedInto: amina.id as Id });
const cardOf = (beneficiary: string, code: string, state = 'ACTV') =>
  recordOf('card', { beneficiary, code: `TC-${code.padEnd(20, '0')}`, state, issuedDate: TODAY });
const lost = cardOf(amina.id, 'A', 'LOST');
const valid = cardOf(amina.id, 'B');
const ofMerged = cardOf(ami.id, 'C', 'LOST');

test('the cards of a person are also those of who was merged into them, the valid one first', () => {
  const vault = vaultOf([amina, ami, lost, valid, ofMerged]);
  const states = cardsOf(vault, amina.id).map((held) => cardFieldsOf(held).state);
  expect(states).toEqual(['ACTV', 'LOST', 'LOST']);
});

test('a card is found by its code, lost or not', () => {
  const vault = vaultOf([amina, lost, valid]);
  expect(findCard(vault, String(lost.fields.code))?.record.id).toBe(lost.id);
  expect(findCard(vault, 'TC-ZZZZZZZZZZZZZZZZZZZZ')).toBeUndefined();
});

test('a new card is one that the rules take', () => {
  const change = newCard(() => v7() as Id, amina.id, TODAY as CalendarDate);
  const fields = change.type === 'create' ? change.fields : {};
  expect(cardKind.check(fields, { today: TODAY as CalendarDate, record: undefined, related: [amina] }).ok).toBe(true);
});

test('a lost card is one edit away', () => {
  const vault = vaultOf([amina, valid]);
  expect(cardStateEdit(heldIn(vault, valid), 'LOST')).toMatchObject({
    fields: { state: { from: 'ACTV', to: 'LOST' } },
  });
});
