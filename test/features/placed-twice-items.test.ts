import { describe, expect, test } from 'vitest';
import type { Fields } from '../../src/domain/json-value.ts';
import type { Id } from '../../src/domain/primitives.ts';
import type { RecordEnvelope } from '../../src/domain/record.ts';
import { conflictText } from '../../src/features/conflict-words.ts';
import { allPlacedTwice, placedTwiceByForm, placedTwiceItemsOf } from '../../src/features/placed-twice-items.ts';
import { conflictsAbout } from '../../src/features/record-conflicts.ts';
import { createTranslator } from '../../src/i18n/create-translator.ts';
import { it } from '../../src/i18n/messages/it.ts';
import { heldIn, lucia, marta, recordOf, TODAY, vaultOf, youssef } from './vault-of.ts';

const words = createTranslator('it', it);
const personOf = (givenName: string) => recordOf('beneficiary', { givenName, familyName: 'Diallo' });
const [amina, ousmane, fatou] = [personOf('Amina'), personOf('Ousmane'), personOf('Fatou')];
const here = recordOf('household', {});
const belonging = (person: RecordEnvelope, more: Fields = {}) =>
  recordOf('household-member', { household: here.id, beneficiary: person.id, fromDate: '2026-01-10', ...more });
const living = (person: RecordEnvelope, more: Fields = {}): Fields => ({
  beneficiary: person.id,
  measures: ['COHO'],
  stage: 'INSE',
  entryDate: '2026-03-01',
  ...more,
});
const arrived = (version: number, fields: Fields, by = marta): RecordEnvelope => ({
  ...recordOf('placement', fields, { by }),
  fieldVersions: { entryDate: version },
});
const ofHousehold = arrived(3, living(amina, { householdId: here.id }), marta);
const people = [amina, ousmane, fatou, here, belonging(amina, { role: 'REFE' }), belonging(ousmane)];
const vaultWith = (...records: RecordEnvelope[]) => vaultOf([...people, ofHousehold, ...records]);

describe('the placement of a household covers its members', () => {
  test.each([
    ['a member’s own at the same time', living(ousmane), true],
    [
      'a member’s own that ended before',
      living(ousmane, { stage: 'USCI', entryDate: '2026-01-20', exitDate: '2026-02-28' }),
      false,
    ],
    ['somebody else’s', living(fatou), false],
  ])('%s: told is the second, above both: %#', (_, fields, isTold) => {
    const second = arrived(8, fields, youssef);
    const vault = vaultWith(second);
    const expected = isTold ? [[second.id, ousmane.id]] : [];
    const found = (items: ReturnType<typeof allPlacedTwice>) =>
      items.map(({ recordId, others }) => [recordId, ...others.flatMap(({ personIds }) => personIds)]);
    expect(found(allPlacedTwice(vault))).toEqual(expected);
    for (const record of [second, ofHousehold]) {
      expect(conflictsAbout(vault, heldIn(vault, record), TODAY)).toHaveLength(expected.length);
    }
    if (isTold) {
      const [text] = allPlacedTwice(vault).map((item) => conflictText(vault, words, item));
      expect(text).toBe('Ousmane D. è anche in un altro inserimento, nello stesso periodo');
    }
  });

  test('it is said above the household too, and above no other', () => {
    const elsewhere = recordOf('household', {});
    const vault = vaultWith(elsewhere, arrived(8, living(ousmane), youssef));
    expect(conflictsAbout(vault, heldIn(vault, here), TODAY)).toEqual(allPlacedTwice(vault));
    expect(conflictsAbout(vault, heldIn(vault, here), TODAY)).toHaveLength(1);
    expect(conflictsAbout(vault, heldIn(vault, elsewhere), TODAY)).toEqual([]);
  });

  test('who leaves the household on the day of moving is in one at a time', () => {
    const records = [amina, ousmane, here, belonging(amina), belonging(ousmane, { toDate: '2026-06-01' })];
    const own = arrived(8, living(ousmane, { entryDate: '2026-06-01' }));
    expect(allPlacedTwice(vaultOf([...records, ofHousehold, own]))).toEqual([]);
  });

  test('a removed placement is none', () => {
    expect(allPlacedTwice(vaultWith({ ...arrived(8, living(ousmane)), removed: true }))).toEqual([]);
  });
});

test('of two records that were merged into one person each has a placement: that is told too', () => {
  const merged = { ...fatou, mergedInto: amina.id as Id };
  const [one, two] = [arrived(3, living(amina)), arrived(4, living(fatou))];
  const found = allPlacedTwice(vaultOf([amina, merged, one, two]));
  expect(found).toMatchObject([{ recordId: two.id, others: [{ placementId: one.id, personIds: [amina.id] }] }]);
});

test('both writers and the coordinator decide, others do not', () => {
  const records = [...people, ofHousehold, arrived(8, living(ousmane), youssef)];
  const other = { ...marta, id: fatou.id as unknown as typeof marta.id };
  const seen = [marta, youssef, lucia, other].map((actor) => placedTwiceItemsOf(vaultOf(records, { actor })).length);
  expect(seen).toEqual([1, 1, 1, 0]);
});

describe('a form', () => {
  const vault = vaultWith();
  const byForm = (values: Fields, id: string = fatou.id) => placedTwiceByForm(vault, id, values);

  test('says before saving that a member is placed with the household, and asks', () => {
    expect(byForm(living(ousmane))).toMatchObject({ isNew: true, others: [{ placementId: ofHousehold.id }] });
  });

  test('says nothing where nobody is in two, where a reason is written, or where the rules refuse it anyway', () => {
    expect(byForm(living(fatou))).toBeUndefined();
    expect(byForm(living(ousmane, { overlapReason: 'In comunità' }))).toBeUndefined();
    expect(byForm(living(amina))).toBeUndefined();
  });

  test('of who was there first does not ask for a note about something else', () => {
    const second = arrived(8, living(ousmane));
    const both = vaultWith(second);
    const more = { measures: ['ATMP'] };
    expect(placedTwiceByForm(both, ofHousehold.id, { ...ofHousehold.fields, ...more })).toBeUndefined();
    expect(placedTwiceByForm(both, second.id, { ...second.fields, ...more })).toMatchObject({ isNew: false });
  });
});
