import { describe, expect, test } from 'vitest';
import { Beneficiary } from '../../src/domain/kinds/beneficiary.ts';
import { findDraft, searchToFields } from '../../src/features/new-person.ts';
import { DRAFT_KEYS } from '../../src/features/waiting-drafts.ts';
import { recordOf, vaultOf } from './vault-of.ts';

describe('what was searched for in vain starts the new record', () => {
  test.each([
    ['ousmane camara', { givenName: 'Ousmane', familyName: 'Camara' }],
    ['  Abdul   al Karim ', { givenName: 'Abdul', familyName: 'Al Karim' }],
    ['Amina 1998', { givenName: 'Amina', birthYear: 1998 }],
    ['333 456 7218', { phone: '333 456 7218' }],
    ['محمد', { givenName: 'محمد' }],
    ['   ', {}],
    ['12', {}],
  ])('%s', (text, fields) => {
    expect(searchToFields(text)).toEqual(fields);
    expect(Beneficiary.safeParse(fields).success).toBe(true);
  });
});

describe('who was searched for has a draft of their own', () => {
  const ulisse = { recordId: 'ulisse', values: { givenName: 'Ulisse', phone: '333' } };
  const penelope = { recordId: 'penelope', values: { givenName: 'Penelope', familyName: 'Rossi', phone: '334' } };
  const asker = '/agenda/new';
  const newId = () => 'new';
  const draftOf = (searched: string, drafts: Readonly<Record<string, typeof ulisse | typeof penelope>>) =>
    findDraft(vaultOf([], { drafts }), { asker, searched, newId });

  test('the first one where nobody was begun for this page', () => {
    expect(draftOf('penelope rossi', {})).toBeUndefined();
    expect(draftOf('penelope rossi', { [DRAFT_KEYS.newPerson()]: ulisse })).toBeUndefined();
  });

  test('never that of somebody else', () => {
    expect(draftOf('penelope rossi', { [DRAFT_KEYS.newPerson(asker)]: ulisse })).toBe('new');
  });

  test('the one that was begun for them', () => {
    const both = { [DRAFT_KEYS.newPerson(asker)]: ulisse, [DRAFT_KEYS.newPerson(asker, 'second')]: penelope };
    expect(draftOf('penelope rossi', both)).toBe('second');
    expect(draftOf('ulisse', both)).toBeUndefined();
    expect(draftOf('Argo', both)).toBe('new');
  });

  test('the first one where words tell of nobody', () => {
    expect(draftOf('', { [DRAFT_KEYS.newPerson(asker)]: ulisse })).toBeUndefined();
    expect(draftOf('12', { [DRAFT_KEYS.newPerson(asker)]: ulisse })).toBeUndefined();
  });

  test('the first one where whom it holds was saved meanwhile', () => {
    const saved = recordOf('beneficiary', { givenName: 'Ulisse' });
    const vault = vaultOf([saved], {
      drafts: { [DRAFT_KEYS.newPerson(asker)]: { recordId: saved.id, values: { givenName: 'Ulisse' } } },
    });
    expect(findDraft(vault, { asker, searched: 'penelope', newId })).toBeUndefined();
  });
});
