import { describe, expect, test } from 'vitest';
import type { RecordEnvelope } from '../../src/domain/record.ts';
import { conflictText } from '../../src/features/conflict-words.ts';
import { overfullByForm, overfullItemsOf } from '../../src/features/overfull-items.ts';
import { conflictsAbout } from '../../src/features/record-conflicts.ts';
import { createTranslator } from '../../src/i18n/create-translator.ts';
import { it } from '../../src/i18n/messages/it.ts';
import { heldIn, lucia, marta, recordOf, TODAY, vaultOf, youssef } from './vault-of.ts';

const words = createTranslator('it', it);
const home = recordOf('dwelling', { name: 'Porto', type: 'POST', places: 1 });
const living = { stage: 'INSE', entryDate: '2026-11-01', dwellingId: home.id };
const arrived = (version: number, parts: Parameters<typeof recordOf>[2] = {}): RecordEnvelope => ({
  ...recordOf('placement', living, parts),
  fieldVersions: { dwellingId: version },
});
const first = arrived(3, { by: marta });
const second = arrived(8, { by: youssef });
const seenBy = (actor: typeof marta) => overfullItemsOf(vaultOf([home, second, first], { actor }), TODAY);

test('both writers and the coordinator see the one that came second, with the number of places in words', () => {
  for (const actor of [marta, youssef, lucia])
    expect(seenBy(actor).map(({ recordId }) => recordId)).toEqual([second.id]);
  const vault = vaultOf([home, second, first]);
  expect(seenBy(marta).map((item) => conflictText(vault, words, item))).toEqual([
    '«Porto»: 2 persone per 1 posto, dal 01/11/2026',
  ]);
});

test('who wrote neither of them has nothing to decide', () => {
  const other = { ...marta, id: recordOf('x', {}).id };
  expect(seenBy(other)).toEqual([]);
});

test('it is said above the household that is placed, of which somebody is placed alone, and above no other', () => {
  const person = recordOf('beneficiary', { givenName: 'Amina' });
  const [placed, home2, elsewhere] = [recordOf('household', {}), recordOf('household', {}), recordOf('household', {})];
  const belongs = recordOf('household-member', { household: home2.id, beneficiary: person.id, fromDate: '2026-01-10' });
  const ofHousehold = { ...first, fields: { ...first.fields, householdId: placed.id } };
  const ofPerson = { ...second, fields: { ...second.fields, beneficiary: person.id } };
  const vault = vaultOf([home, person, placed, home2, elsewhere, belongs, ofHousehold, ofPerson]);
  const above = [placed, home2, elsewhere].map((record) => conflictsAbout(vault, heldIn(vault, record), TODAY));
  expect(above.map((items) => items.map(({ what, recordId }) => [what, recordId]))).toEqual([
    [['overfull', second.id]],
    [['overfull', second.id]],
    [],
  ]);
});

test('a removed placement takes no place', () => {
  expect(overfullItemsOf(vaultOf([home, second, { ...first, removed: true }]), TODAY)).toEqual([]);
});

describe('a form', () => {
  const vault = vaultOf([home, first]);
  const other = recordOf('placement', {}).id;
  const told = (values: RecordEnvelope['fields'], id: string = other) => overfullByForm(vault, id, values, TODAY);

  test('says before saving that the place is taken, and asks where it brings that about itself', () => {
    expect(told({ ...living, entryDate: '2026-12-24' })).toMatchObject({
      isNew: true,
      overfull: { why: 'places', others: [{ id: first.id }] },
    });
  });

  test('says nothing where there is a place, or where a reason is written', () => {
    expect(told({ ...living, dwellingId: undefined as never })).toBeUndefined();
    expect(told({ ...living, overPlacesReason: 'Culla' })).toBeUndefined();
    expect(told(first.fields, first.id)).toBeUndefined();
  });

  test('of who was there first does not ask for a note about something else', () => {
    const both = vaultOf([home, first, second]);
    expect(overfullByForm(both, first.id, { ...first.fields, measures: ['ATMP'] }, TODAY)).toBeUndefined();
    expect(overfullByForm(both, second.id, { ...second.fields, measures: ['ATMP'] }, TODAY)).toMatchObject({
      isNew: false,
    });
  });
});
