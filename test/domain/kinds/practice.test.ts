import { describe, expect, test } from 'vitest';
import { applyChange } from '../../../src/domain/apply-change.ts';
import { createNameFinder } from '../../../src/domain/names-in-text.ts';
import { anna, contextOf, createOf, newId, rulesIn } from '../sample-changes.ts';

const card = { title: 'Orto', problem: 'Solitudine', done: 'Un orto insieme', office: 'Servizi sociali' };
const write = (kind: string, fields: Readonly<Record<string, unknown>>) =>
  rulesIn(applyChange(undefined, createOf(kind, fields), contextOf(anna, 1, [])));

describe('a practice', () => {
  test.each([
    ['as it should be', { cost: '1.200 € e 40 ore in 2025/2026', email: 'ufficio@comune.example.it' }, []],
    ['without an office', { office: undefined }, ['office: ValueMissing']],
    ['with a telephone in the story', { done: 'Chiama il 347 123 45 67 di sera' }, ['done: PersonalTrace']],
    ['with a telephone of another country', { result: 'scrive +33612345678' }, ['result: PersonalTrace']],
    ['with an e-mail in the story', { problem: 'scrive a amina@example.org' }, ['problem: PersonalTrace']],
    ['with a tax number', { cost: 'RSSMRA85T10A562S' }, ['cost: PersonalTrace']],
    ['with a person', { beneficiary: newId() }, ['beneficiary: FieldUnknown']],
  ])('%s', (_, more, rules) => {
    const fields = Object.fromEntries(Object.entries({ ...card, ...more }).filter(([, value]) => value !== undefined));
    expect(write('practice', fields)).toEqual(rules);
  });
});

describe('a reply to a practice', () => {
  const reply = { practice: newId(), text: 'Da noi ha funzionato' };
  test.each([
    ['that it worked', { outcome: 'WORK' }, []],
    ['that is a comment', {}, []],
    ['of another outcome', { outcome: 'GOOD' }, ['outcome: CodeUnknown']],
    ['with a telephone', { text: 'chiamate 347-1234567' }, ['text: PersonalTrace']],
    ['without words', { text: '' }, ['text: TextEmpty']],
  ])('%s', (_, more, rules) => {
    expect(write('practice-reply', { ...reply, ...more })).toEqual(rules);
  });
});

describe('names of people in a text', () => {
  const find = createNameFinder([
    { givenName: 'Amina', familyName: 'Diallo' },
    { givenName: 'Rosa Maria', familyName: 'Costa' },
    { givenName: 'Ous' },
    { givenName: 'Grazia', familyName: 'Milano' },
  ]);
  test.each([
    ['Con Amina Diallo abbiamo parlato.', ['Amina Diallo']],
    ['DIALLO, Amìna', ['Amina Diallo']],
    ['La signora Maria Costa e la sua famiglia', ['Rosa Maria Costa']],
    ['Amina è un nome, Diallo un altro', []],
    ['La costa, la rosa, Milano: grazie!', []],
    ['', []],
  ])('%j', (text, names) => {
    expect(find(text)).toEqual(names);
  });
});
