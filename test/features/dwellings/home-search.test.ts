import { describe, expect, test } from 'vitest';
import type { RecordEnvelope } from '../../../src/domain/record.ts';
import { findDwelling, landlordsToChoose, rentAfterMove } from '../../../src/features/dwelling-records.ts';
import { homesFor, isForTooMany, needOf, takeHome, wishesOf } from '../../../src/features/dwellings/home-search.ts';
import { reasonText } from '../../../src/features/dwellings/match-words.ts';
import { placementFieldsOf } from '../../../src/features/housing-path.ts';
import { createTranslator } from '../../../src/i18n/create-translator.ts';
import { it } from '../../../src/i18n/messages/it.ts';
import { heldIn, recordOf, TODAY, vaultOf } from '../vault-of.ts';

const words = createTranslator('it', it);
const port = recordOf('dwelling', { name: 'Porto', type: 'POST', places: 3, rentCents: 20_000, area: 'Centro' });
const hill = recordOf('dwelling', {
  name: 'Collina',
  type: 'INTE',
  places: 2,
  rentCents: 50_000,
  freeFromDate: '2026-12-01',
});
const searching = { stage: 'RICE', householdSize: 2, rentMaxCents: 45_000, areaWish: 'centro' };

function search(fields: RecordEnvelope['fields'], others: readonly RecordEnvelope[] = []) {
  const placement = recordOf('placement', fields);
  const vault = vaultOf([port, hill, placement, ...others]);
  const held = heldIn(vault, placement);
  const need = needOf(held, wishesOf(vault, held, TODAY), TODAY);
  const matches = homesFor(vault, held, need, TODAY);
  return { vault, held, need, matches };
}
const edits = ({ vault, held, need, matches }: ReturnType<typeof search>, index = 0) => {
  const match = matches[index];
  const period = match?.reasons.find((reason) => reason.about === 'period');
  const change = takeHome(
    held,
    {
      from: findDwelling(vault, placementFieldsOf(held).dwellingId),
      to: heldIn(vault, match?.id === port.id ? port : hill),
    },
    need,
    period?.from ?? TODAY,
    wishesOf(vault, held, TODAY).people,
  );
  return change.type === 'edit'
    ? Object.fromEntries(Object.entries(change.fields).map(([name, { to }]) => [name, to]))
    : {};
};

test('a placement without a dwelling is looked for by what stands in it, and each suggestion says why in words', () => {
  const { matches } = search(searching);
  expect(matches.map(({ id }) => id)).toEqual([port.id, hill.id]);
  const sentences = matches.map(({ reasons }) =>
    reasons.map((reason) => reasonText(words, reason, TODAY).replaceAll('\u00a0', ' ')),
  );
  expect(sentences).toEqual([
    [
      '3 posti liberi, 1 in più',
      'Libero da oggi',
      '400 € al mese, 50 € sotto il massimo',
      'Nella zona preferita: Centro',
    ],
    [
      '2 posti liberi, quelli che servono',
      'Libero dal 01/12/2026',
      '500 € al mese, 50 € sopra il massimo',
      'Zona da chiedere',
    ],
  ]);
});

test('where nobody has so many places, that is said to be why', () => {
  const isTooMany = (fields: RecordEnvelope['fields']) => {
    const { vault, held, need, matches } = search({ ...searching, ...fields });
    return matches.length === 0 && isForTooMany(vault, held, need, TODAY);
  };
  expect(isTooMany({ householdSize: 9 })).toBe(true);
  expect(isTooMany({ householdSize: 9, rentMaxCents: 1 })).toBe(true);
  expect(isTooMany({ rentMaxCents: 1 }), 'here the rent is why').toBe(false);
});

describe('one tap', () => {
  test('takes the dwelling with its rent, and holds the place without a day', () => {
    expect(edits(search(searching))).toEqual({ dwellingId: port.id, rentCents: 40_000 });
  });

  test('takes one that comes later from then on', () => {
    expect(edits(search(searching), 1)).toMatchObject({ dwellingId: hill.id, entryDate: '2026-12-01' });
  });

  test('keeps with the placement what was asked for', () => {
    const found = search({ stage: 'RICE' });
    const need = { ...found.need, people: 2, rentMaxCents: 60_000, area: 'Pegli' };
    expect(edits({ ...found, need })).toMatchObject({ householdSize: 2, rentMaxCents: 60_000, areaWish: 'Pegli' });
  });

  test('moves who lives elsewhere from today on, and the entry stays what it was', () => {
    const living = {
      stage: 'INSE',
      entryDate: '2026-05-01',
      dwellingId: hill.id,
      overPlacesReason: 'Culla',
      householdSize: 1,
    };
    const found = search(living);
    expect(found.matches.map(({ id }) => id)).toEqual([port.id]);
    expect(edits(found)).toEqual({
      dwellingId: port.id,
      dwellingFromDate: TODAY,
      rentCents: 20_000,
      overPlacesReason: null,
    });
  });
});

test('who lives somewhere that is not in the register is counted in the new dwelling from the move on', () => {
  const gone = recordOf('placement', {
    stage: 'USCI',
    entryDate: '2026-05-01',
    exitDate: '2026-06-01',
    dwellingId: port.id,
    householdSize: 3,
  });
  const found = search({ stage: 'ACCO', entryDate: '2026-05-01', dwelling: 'da amici', householdSize: 1 }, [gone]);
  expect(edits(found)).toMatchObject({ dwellingId: port.id, dwellingFromDate: TODAY });
});

test('a place that was promised without a day is not offered again', () => {
  const promised = recordOf('placement', { stage: 'RICE', dwellingId: port.id, householdSize: 2 });
  expect(search(searching, [promised]).matches.map(({ id }) => id)).toEqual([hill.id]);
});

test.each([
  ['none was written', undefined, 20_000 * 2],
  ['the register’s of the dwelling before', 50_000, 20_000 * 2],
  ['another one, agreed with the landlord', 47_000, 47_000],
] as const)('the rent after a move, when %s', (_what, written, expected) => {
  const vault = vaultOf([port, hill]);
  expect(rentAfterMove(written, heldIn(vault, hill), heldIn(vault, port), 2)).toBe(expected);
});

test('a form of a dwelling shows its landlord also when that was deleted since', () => {
  const anna = recordOf('landlord', { name: 'Anna' });
  const gone = recordOf('landlord', { name: 'Gino' }, { removed: true });
  const vault = vaultOf([anna, gone]);
  expect(landlordsToChoose(vault, undefined).map(({ record }) => record.id)).toEqual([anna.id]);
  expect(landlordsToChoose(vault, anna.id).map(({ record }) => record.id)).toEqual([anna.id]);
  expect(landlordsToChoose(vault, gone.id).map(({ record }) => record.id)).toEqual([anna.id, gone.id]);
});
