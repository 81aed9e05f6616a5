import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { DRAFT_KEYS, idToInstant, waitingDrafts } from '../../src/features/waiting-drafts.ts';
import { serviceOf, vaultOf } from './vault-of.ts';

const idAt = (instant: string) => v7({ msecs: Date.parse(instant) });
const draft = (recordId: string) => ({ recordId, seenVersion: 0, base: {}, values: {} });

test('a form knows from its id when it was begun', () => {
  expect(idToInstant(idAt('2026-11-23T16:20:00.000Z'))).toBe('2026-11-23T16:20:00.000Z');
});

test('new records that were begun are offered, the last one first, each with its way back', () => {
  const person = v7();
  const vault = vaultOf([], {
    drafts: {
      [DRAFT_KEYS.contact]: draft(idAt('2026-11-23T16:20:00.000Z')),
      [DRAFT_KEYS.newService(person)]: draft(idAt('2026-11-23T16:30:00.000Z')),
      [DRAFT_KEYS.newGroup]: draft(idAt('2026-11-23T16:15:00.000Z')),
      [DRAFT_KEYS.newPerson()]: draft(idAt('2026-11-23T16:10:00.000Z')),
      [DRAFT_KEYS.newPlacement(undefined)]: draft(idAt('2026-11-23T16:05:00.000Z')),
      [DRAFT_KEYS.newPlacement(person)]: draft(idAt('2026-11-23T16:04:00.000Z')),
    },
  });
  expect(waitingDrafts(vault)).toEqual([
    { what: 'service', place: `/service/new?person=${person}`, person, startedAt: '2026-11-23T16:30:00.000Z' },
    { what: 'contact', place: '/contact', startedAt: '2026-11-23T16:20:00.000Z' },
    { what: 'group', place: '/service/group', startedAt: '2026-11-23T16:15:00.000Z' },
    { what: 'person', place: '/people/new', startedAt: '2026-11-23T16:10:00.000Z' },
    { what: 'placement', place: '/housing/new', startedAt: '2026-11-23T16:05:00.000Z' },
    { what: 'placement', place: `/housing/new?person=${person}`, person, startedAt: '2026-11-23T16:04:00.000Z' },
  ]);
});

test('people who were begun for one page, or under a name that was searched for, are found again each in their own form', () => {
  const asker = '/households/1/add';
  const keys = [DRAFT_KEYS.newPerson(), DRAFT_KEYS.newPerson(asker), DRAFT_KEYS.newPerson(undefined, '2')];
  const drafts = Object.fromEntries([...keys, DRAFT_KEYS.newPerson(asker, '3')].map((key) => [key, draft(v7())]));
  const places = waitingDrafts(vaultOf([], { drafts })).map(({ what, place }) => `${what} ${place}`);
  expect(places.sort()).toEqual([
    'person /people/new',
    'person /people/new?draft=2',
    'person /people/new?for=%2Fhouseholds%2F1%2Fadd',
    'person /people/new?for=%2Fhouseholds%2F1%2Fadd&draft=3',
  ]);
});

test('a draft whose record was saved just before the app closed is not offered again', () => {
  const saved = serviceOf({ contact: { count: 1 } });
  expect(waitingDrafts(vaultOf([saved], { drafts: { [DRAFT_KEYS.contact]: draft(saved.id) } }))).toEqual([]);
});

test('corrections, comments and broken drafts are not new things to go on with', () => {
  const drafts = {
    [DRAFT_KEYS.editService(v7())]: draft(v7()),
    [DRAFT_KEYS.answerOn(v7())]: 'Ecco',
    [DRAFT_KEYS.contact]: 'broken',
    'person:edit:1': draft(v7()),
  };
  expect(waitingDrafts(vaultOf([], { drafts }))).toEqual([]);
});
