import { signal } from '@preact/signals-core';
import { expect, test } from 'vitest';
import { createCaseload } from '../../src/device/caseload.ts';
import type { RecordEnvelope } from '../../src/domain/record.ts';
import { peopleIndexOf } from '../../src/features/people-index.ts';
import { recordOf, vaultOf } from './vault-of.ts';

const amina = recordOf('beneficiary', { givenName: 'Amina', familyName: 'Diallo' });

/** A vault whose people can change under the index. */
function changingVault(...people: RecordEnvelope[]) {
  const recordsById = new Map(people.map((person): [string, RecordEnvelope] => [person.id, person]));
  const caseload = createCaseload({
    find: (id) => recordsById.get(id),
    all: () => recordsById.values(),
    findConfirmed: () => undefined,
    itemsOf: () => [],
  });
  const put = (record: RecordEnvelope) => {
    recordsById.set(record.id, record);
    caseload.refresh(new Set([record.id]));
  };
  return { vault: { ...vaultOf([]), caseload, outbox: signal([]) }, put };
}

test('a person is found with a typo, also one registered after the index was built', () => {
  const { vault, put } = changingVault(amina);
  expect(peopleIndexOf(vault).search('amima')).toMatchObject([{ id: amina.id }]);
  const ousmane = recordOf('beneficiary', { givenName: 'Ousmane' });
  put(ousmane);
  expect(peopleIndexOf(vault).search('usmane')).toMatchObject([{ id: ousmane.id }]);
});

test('a corrected name replaces the wrong one, and a removed person is not found any more', () => {
  const { vault, put } = changingVault(amina);
  expect(peopleIndexOf(vault).search('Diallo')).toHaveLength(1);
  put({ ...amina, fields: { givenName: 'Amina', familyName: 'Traoré' } });
  expect(peopleIndexOf(vault).search('Diallo')).toEqual([]);
  expect(peopleIndexOf(vault).search('traore')).toHaveLength(1);
  put({ ...amina, removed: true });
  expect(peopleIndexOf(vault).search('amina')).toEqual([]);
});
