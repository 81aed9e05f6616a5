import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDuplicates } from '../../src/domain/find-duplicates.ts';
import { foldName } from '../../src/domain/fold-name.ts';
import type { Fields } from '../../src/domain/json-value.ts';
import { personName } from '../../src/domain/person-name.ts';
import { createPeopleIndex } from '../../src/domain/search-people.ts';
import { isWithinOneTypo } from '../../src/domain/typo.ts';
import { TODAY } from './sample-changes.ts';

describe('foldName', () => {
  test.each([
    ['Mohammed', 'Muhammad', 'Mohamed', 'Mouhamed', 'محمد', 'مُحَمَّد', 'МОХАММЕД'],
    ['Youssef', 'Yusuf', 'Yousuf', 'Iusuf', 'يوسف'],
    ['Oumar', 'Omar', 'Umar', 'عمر', 'Омар'],
    ['Fatima', 'Fatimah', 'FÁTIMA', 'فاطمة'],
    ['Khadija', 'Khadidja', 'Hadija', 'خديجة'],
    ['Aïcha', 'Aisha', 'Ayesha', 'عائشة'],
    ['Hossain', 'Hussein', 'Hossein', 'হোসেন', 'حسين'],
    ['El Hassan', 'Hassan', 'al-Hasan', 'الحسن'],
    ['Volodymyr', 'Володимир'],
    ['Tesfaye', 'ተስፋዬ'],
    ['Giorgi', 'გიორგი', 'Giorgi'],
    ["N'Diaye", 'Ndiaye', 'N’DIAYE'],
    ['Singh', 'ਸਿੰਘ'],
    ['Melnyk', 'Мельник'],
    ['Diallo', 'Jallow', 'Djalo'],
    ['Njie', 'Ndiaye'],
    ['Maxamed', 'Mohamed', 'محمد'],
    ['Axmed', 'Ahmed'],
    ['Cabdullaahi', 'Abdullahi'],
    ['Cusmaan', 'Usman'],
    ['Xasan', 'Hassan'],
    ['Essaidi', 'Saïdi'],
    ['Ennaciri', 'Naciri'],
  ])('reads the spellings of %s as one', (...spellings) => {
    expect(new Set(spellings.map(foldName)).size, spellings.map(foldName).join(' ')).toBe(1);
  });

  test.each([
    ['Fatou', 'Fatima'],
    ['Omar', 'Amina'],
    ['Ali', 'Alou Diallo'],
    ['Călin', 'Ali'],
    ['Alexander', 'Aleander'],
    ['Camara', 'Amara'],
    ['Emma', 'Ma'],
    ['王伟', '王芳'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(foldName(one)).not.toBe(foldName(other));
  });

  test('reads composed and decomposed letters alike, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (name) => {
        expect(foldName(name)).toBe(foldName(name.normalize('NFD')));
      }),
    );
  });
});

test('one typo: a letter more, less, other, or two swapped', () => {
  for (const typed of ['amina', 'amna', 'ammina', 'amiba', 'maina', 'amin', 'aminaa'])
    expect(isWithinOneTypo(typed, 'amina'), typed).toBe(true);
  for (const typed of ['amn', 'aminaaa', 'maian', 'ambba', ''])
    expect(isWithinOneTypo(typed, 'amina'), typed).toBe(false);
});

describe('personName', () => {
  test.each([
    [{ givenName: 'Amina', familyName: 'Diallo', nickname: 'Ami' }, 'Amina D.'],
    [{ givenName: ' Amina ', familyName: 'élan' }, 'Amina É.'],
    [{ givenName: 'محمد', familyName: 'الحسن' }, 'محمد ا.'],
    [{ givenName: 'Amina', nickname: 'Ami' }, 'Amina'],
    [{ familyName: 'Diallo', nickname: 'Ami' }, 'Diallo'],
    [{ nickname: 'Ous' }, '«Ous»'],
    [{ phone: '333 1234567' }, undefined],
  ])('of %o is %s', (fields, name) => {
    expect(personName(fields, (nickname) => `«${nickname}»`)).toBe(name);
  });
});

const PEOPLE: Readonly<Record<string, Fields>> = {
  amina: { givenName: 'Amina', familyName: 'Diallo', birthYear: 1994, phone: '+39 333 123 4567' },
  mohamed: { givenName: 'Mohamed', familyName: 'Ben Salah', birthDate: '1988-03-02', phone: '3487654321' },
  muhammad: { givenName: 'محمد', familyName: 'الحسن', birthYear: 2001 },
  ousmane: { nickname: 'Ous', ageBracket: 'U18' },
  oumar: { givenName: 'Oumar', familyName: 'Touré', ageBracket: 'A18_60' },
  olena: { givenName: 'Олена', familyName: 'Шевченко', birthYear: 1970 },
};

function sampleIndex() {
  const index = createPeopleIndex();
  for (const [id, fields] of Object.entries(PEOPLE)) index.put(id, fields);
  return index;
}
const found = (query: string) =>
  sampleIndex()
    .search(query)
    .map(({ id }) => id);

describe('search', () => {
  test.each([
    ['am', ['amina']],
    ['amina diallo', ['amina']],
    ['Diallo Amina', ['amina']],
    ['diallo am', ['amina']],
    ['Amina Dialo', ['amina']],
    ['Anina Diallo', ['amina']],
    ['muhammad', ['mohamed', 'muhammad']],
    ['محمد', ['muhammad', 'mohamed']],
    ['Mohammed Hassan', ['muhammad']],
    ['omar', ['oumar']],
    ['ous', ['ousmane']],
    ['shevchenko', ['olena']],
    ['1988', ['mohamed']],
    ['mohamed 1988', ['mohamed']],
    ['mohamed 1989', []],
    ['333 123 4567', ['amina']],
    ['+39 3331234567', ['amina']],
    ['4567', ['amina']],
    ['765432', ['mohamed']],
    ['zzz', []],
    ['', []],
    ['  - ', []],
  ])('"%s" finds %o', (query, ids) => {
    expect(found(query)).toEqual(ids);
  });

  test.each([
    ['amina dial', true],
    ['4567', true],
    ['Anina Diallo', false],
    ['Amina Dialo', false],
    ['omar', false],
  ])('"%s" is literally who is found: %s', (query, isLiteral) => {
    expect(sampleIndex().search(query)).toMatchObject([{ isLiteral }]);
  });

  test('a changed person is found by the new name only, a removed one not at all', () => {
    const index = sampleIndex();
    index.put('amina', { givenName: 'Aissatou' });
    expect(index.search('amina')).toEqual([]);
    expect(index.search('aissatou').map(({ id }) => id)).toEqual(['amina']);
    index.remove('amina');
    index.remove('nobody');
    expect(index.search('aissatou')).toEqual([]);
  });

  test('stays right after thousands of changes', () => {
    const index = sampleIndex();
    for (let turn = 0; turn < 5_000; turn += 1) index.put('busy', { givenName: turn % 2 === 0 ? 'Berhane' : 'Kidane' });
    expect(index.search('kidane').map(({ id }) => id)).toEqual(['busy']);
    expect(index.search('berhane')).toEqual([]);
    expect(index.search('amina').map(({ id }) => id)).toEqual(['amina']);
  });
});

describe('likely duplicates', () => {
  const duplicates = (fields: Fields) =>
    findDuplicates(sampleIndex(), fields, TODAY).map(({ id, reasons }) => [id, ...reasons]);
  test.each([
    [
      'the same spelled otherwise',
      { givenName: 'Aminah', familyName: 'Dialo', birthYear: 1994 },
      [['amina', 'sameName', 'nearBirth']],
    ],
    ['family and given name swapped', { givenName: 'Diallo', familyName: 'Amina' }, [['amina', 'swappedName']]],
    [
      'another script',
      { givenName: 'Muhammad', familyName: 'Al Hassan', birthYear: 2002 },
      [['muhammad', 'sameName', 'nearBirth']],
    ],
    ['Cyrillic', { givenName: 'Olena', familyName: 'Shevchenko' }, [['olena', 'sameName']]],
    ['the same telephone', { nickname: 'Sister', phone: '0039 3331234567' }, [['amina', 'samePhone']]],
    ['one name known, and the year', { givenName: 'Amina', birthYear: 1994 }, [['amina', 'similarName', 'nearBirth']]],
    ['one name known, and nothing else', { givenName: 'Amina' }, []],
    ['the same name born long after', { givenName: 'Amina', familyName: 'Diallo', birthYear: 2015 }, []],
    ['the same name in a bracket that cannot be', { givenName: 'Amina', familyName: 'Diallo', ageBracket: 'U18' }, []],
    [
      'the same name in a bracket that can',
      { givenName: 'Omar', familyName: 'Toure', ageBracket: 'A18_60' },
      [['oumar', 'sameName', 'sameBracket']],
    ],
    ['Traoré is not Touré', { givenName: 'Oumar', familyName: 'Traoré' }, []],
    ['somebody new', { givenName: 'Blessing', familyName: 'Osagie', birthYear: 1994 }, []],
    ['nothing to go by', { gender: 'F' }, []],
  ])('%s', (_, fields, expected) => {
    expect(duplicates(fields)).toEqual(expected);
  });

  test.each([
    [
      'one word or two',
      { givenName: 'Leila', familyName: 'Bensalah' },
      { givenName: 'Leila', familyName: 'Ben Salah' },
    ],
    [
      'short names by their vowels',
      { givenName: 'Musa', familyName: 'Turay' },
      { givenName: 'Moussa', familyName: 'Touré' },
    ],
  ])('%s', (_, asked, known) => {
    const index = createPeopleIndex();
    index.put('known', known);
    expect(findDuplicates(index, asked, TODAY)).toMatchObject([{ id: 'known', reasons: ['sameName'] }]);
  });

  test('a slip in each name counts only together with the same year', () => {
    const index = createPeopleIndex();
    index.put('known', { givenName: 'Leila', familyName: 'Haddad', birthYear: 1990 });
    const asked = { givenName: 'Leira', familyName: 'Hadbad' };
    expect(findDuplicates(index, { ...asked, birthYear: 1990 }, TODAY)).toMatchObject([{ score: 0.55 }]);
    expect(findDuplicates(index, { ...asked, birthYear: 1991 }, TODAY)).toEqual([]);
    expect(findDuplicates(index, asked, TODAY)).toEqual([]);
  });

  test('a brother or sister with the family’s telephone is somebody else, a person without a family name may be anybody', () => {
    const index = createPeopleIndex();
    index.put('known', { givenName: 'Leila', familyName: 'Haddad', birthYear: 1990, phone: '333 1234567' });
    const phone = '+39 3331234567';
    expect(findDuplicates(index, { givenName: 'Samir', familyName: 'Haddad', birthYear: 1992, phone }, TODAY)).toEqual(
      [],
    );
    expect(findDuplicates(index, { givenName: 'Samir', phone }, TODAY)).toMatchObject([{ reasons: ['samePhone'] }]);
  });

  test('a nickname made of another name says nothing of two people who are called otherwise in full', () => {
    const index = createPeopleIndex();
    index.put('known', { givenName: 'Fatima', familyName: 'Haddad', nickname: 'Fatou', birthYear: 1990 });
    const asked = { givenName: 'Fatou', birthYear: 1990 };
    expect(findDuplicates(index, { ...asked, familyName: 'Diallo' }, TODAY)).toEqual([]);
    expect(findDuplicates(index, asked, TODAY)).toMatchObject([{ reasons: ['sameNickname', 'nearBirth'] }]);
  });

  test('the likeliest stands first, with a score between 0 and 1', () => {
    const index = sampleIndex();
    index.put('cousin', { givenName: 'Amina', familyName: 'Diallo', birthYear: 1996 });
    const list = findDuplicates(
      index,
      { givenName: 'Amina', familyName: 'Diallo', birthYear: 1994, phone: '3331234567' },
      TODAY,
    );
    expect(list).toEqual([
      { id: 'amina', score: 1, reasons: ['samePhone', 'sameName', 'nearBirth'] },
      { id: 'cousin', score: 0.75, reasons: ['sameName', 'nearBirth'] },
    ]);
  });
});
