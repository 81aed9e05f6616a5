import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { serviceKind } from '../../../src/domain/kinds/service.ts';
import { Id } from '../../../src/domain/primitives.ts';
import { ownServices } from '../../../src/features/own-services.ts';
import { groupChanges } from '../../../src/features/service/group-changes.ts';
import { findLastGroup } from '../../../src/features/service/known-people.ts';
import { foldGroups, rowWords } from '../../../src/features/service-groups.ts';
import { createTranslator } from '../../../src/i18n/create-translator.ts';
import { it } from '../../../src/i18n/messages/it.ts';
import { outboxItemOf, recordOf, serviceOf, TODAY, vaultOf, youssef } from '../vault-of.ts';

const words = createTranslator('it', it);
const newId = (): Id => Id.parse(v7());
const shared = { types: ['ORIE'], date: TODAY, placeKind: 'DESK' };
const context = { today: TODAY, record: undefined, related: [] };

describe('what a group saves', () => {
  const people = [newId(), newId()];
  const first = newId();
  const changes = groupChanges(first, { ...shared, people, unnamed: 2 }, newId);
  const fieldsOf = (change: (typeof changes)[number]) => (change.type === 'create' ? change.fields : {});

  test('is one service for each, all tied by the id of the first', () => {
    expect(changes.map(fieldsOf)).toEqual([
      { ...shared, group: first, beneficiary: people[0] },
      { ...shared, group: first, beneficiary: people[1] },
      { ...shared, group: first, contact: { count: 1 } },
      { ...shared, group: first, contact: { count: 1 } },
    ]);
    expect(changes[0]?.recordId).toBe(first);
    expect(new Set(changes.map(({ recordId }) => recordId)).size).toBe(4);
  });

  test('passes the rules of a service, each of it', () => {
    for (const change of changes) expect(serviceKind.check(fieldsOf(change), context).ok).toBe(true);
  });

  test('is no group when it is for one', () => {
    const [only, ...others] = groupChanges(first, { ...shared, people: people.slice(0, 1) }, newId);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ recordId: first, fields: { ...shared, beneficiary: people[0] } });
    expect(only && fieldsOf(only)).not.toHaveProperty('group');
  });

  test('for nobody is refused by the rule that a service is for somebody', () => {
    const [only] = groupChanges(first, shared, newId);
    expect(serviceKind.check(only ? fieldsOf(only) : {}, context)).toMatchObject({
      error: { problems: [{ field: 'beneficiary', rule: 'WhoMissing' }] },
    });
  });
});

describe('in a list', () => {
  const person = recordOf('beneficiary', { nickname: 'Ous' });
  const group = v7();
  const named = serviceOf({ group, beneficiary: person.id, time: '10:00' }, { id: group });
  const unnamed = serviceOf({ group, contact: { count: 3 }, time: '10:00' });
  const other = serviceOf({ contact: { count: 1 }, time: '11:00' });
  const vault = vaultOf([person, named, unnamed, other]);
  const rows = foldGroups(ownServices(vault));

  test('a group is one row that tells how many people it is, and opens', () => {
    expect(rows.map(({ members }) => members.length)).toEqual([1, 2]);
    expect(rows.map((row) => rowWords(vault, words, row, TODAY))).toMatchObject([
      { title: 'Contatto anonimo', href: `/service/${other.id}` },
      { title: 'Gruppo di 4', href: `/service/group/${group}` },
    ]);
  });

  test('the row shows the state that needs a hand most', () => {
    const returned = serviceOf({ group, contact: { count: 1 } }, { review: { state: 'returned' } });
    const outbox = [outboxItemOf({ type: 'remove', kind: 'service', recordId: unnamed.id })];
    const marks = [vaultOf([named, unnamed, returned]), vaultOf([named, unnamed, returned], { outbox })].map((one) =>
      foldGroups(ownServices(one)).map((row) => rowWords(one, words, row, TODAY).mark.label),
    );
    expect(marks).toEqual([[words.t('state.returned')], [words.t('state.savedHere')]]);
  });

  test('a part of a group is called by the whole, and one that is left alone by its own name', () => {
    const [part] = foldGroups([...ownServices(vault)].filter(({ record }) => record.id === named.id));
    const whole = ownServices(vault).filter(({ record }) => record.id !== other.id);
    expect(part && rowWords(vault, words, part, TODAY, whole).title).toBe('Gruppo di 4');
    expect(part && rowWords(vault, words, part, TODAY)).toMatchObject({ title: '«Ous»', href: `/service/${named.id}` });
  });

  test('the last group is offered again, without who is gone and without other people’s groups', () => {
    expect(findLastGroup(vault)).toEqual({ people: [person.id], unnamed: 3 });
    const gone = recordOf('beneficiary', { nickname: 'Ous' }, { id: person.id, removed: true });
    expect(findLastGroup(vaultOf([gone, named, unnamed]))).toEqual({ people: [], unnamed: 3 });
    expect(
      findLastGroup(vaultOf([person, serviceOf({ group, contact: { count: 1 } }, { by: youssef })])),
    ).toBeUndefined();
  });
});
