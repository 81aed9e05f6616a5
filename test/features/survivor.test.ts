import { expect, test } from 'vitest';
import type { Id } from '../../src/domain/primitives.ts';
import { eventsOfPerson, figuresOf } from '../../src/features/event-records.ts';
import { countDay, ownServices } from '../../src/features/own-services.ts';
import { nameOfPerson, recordTitle } from '../../src/features/record-words.ts';
import { survivorIn } from '../../src/features/survivor.ts';
import { loadTranslator } from '../../src/i18n/load-translator.ts';
import { heldIn, recordOf, serviceOf, TODAY, vaultOf } from './vault-of.ts';

const words = await loadTranslator('it');
const into = (id: string) => ({ mergedInto: id as Id });

const amina = recordOf('beneficiary', { givenName: 'Amina', familyName: 'Diallo' });
const amy = recordOf('beneficiary', { nickname: 'Amy' }, into(amina.id));
/** A chain: Ami into Amy, then Amy into Amina. */
const ami = recordOf('beneficiary', { nickname: 'Ami' }, into(amy.id));
const omar = recordOf('beneficiary', { givenName: 'Omar' });
const people = [amina, amy, ami, omar];

test('what is about a merged person is about the one that is left, through chains, and back after the merge is taken back', () => {
  const services = [amina, amy, ami, omar].map(({ id }) => serviceOf({ beneficiary: id }));
  const removed = serviceOf({ beneficiary: amy.id }, { removed: true });
  const vault = vaultOf([...people, ...services, removed]);
  const about = (id: string) => new Set(vault.caseload.about(id).map(({ record }) => record.id));
  expect(about(amina.id)).toEqual(new Set(services.slice(0, 3).map(({ id }) => id)));
  expect(about(amy.id)).toEqual(new Set(services.slice(1, 3).map(({ id }) => id)));
  const { mergedInto: _, ...parted } = amy;
  const partedVault = vaultOf([amina, parted, ami, omar, ...services]);
  expect(partedVault.caseload.about(amina.id).map(({ record }) => record.id)).toEqual([services[0]?.id]);
  expect(partedVault.caseload.about(amy.id)).toHaveLength(2);
});

test('the records merged into one are known by it, step by step', () => {
  const { caseload } = vaultOf(people);
  expect(caseload.mergedInto(amina.id).map(({ record }) => record.id)).toEqual([amy.id]);
  expect(caseload.mergedInto(amy.id).map(({ record }) => record.id)).toEqual([ami.id]);
  expect(caseload.mergedInto(omar.id)).toEqual([]);
});

test('a service of a merged person is called by the one that is left', () => {
  const service = serviceOf({ beneficiary: ami.id });
  const vault = vaultOf([...people, service]);
  expect(recordTitle(vault, words, { record: service })).toBe('Amina D.');
  expect(nameOfPerson(vault, words, ami.id)).toBe('Amina D.');
});

test('a day counts two records of one person once', () => {
  const vault = vaultOf([...people, ...people.map(({ id }) => serviceOf({ beneficiary: id }))]);
  expect(countDay(ownServices(vault), survivorIn(vault))).toEqual({ services: 4, people: 2 });
});

test('an event counts two records of one person once, and stands on the page of the one that is left', () => {
  const event = recordOf('event', { title: 'Orto', type: 'VERD', date: TODAY, state: 'PLAN' });
  const presences = [amina, ami, omar].map(({ id }) =>
    recordOf('attendance', { event: event.id, beneficiary: id, role: 'PART', minutes: 60 }),
  );
  const vault = vaultOf([...people, event, ...presences]);
  expect(figuresOf(vault, heldIn(vault, event))).toMatchObject({ uniqueParticipants: 2, attendances: 2, minutes: 120 });
  expect(eventsOfPerson(vault, amina.id)).toMatchObject([{ minutes: 60 }]);
});
