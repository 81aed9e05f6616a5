import { describe, expect, test } from 'vitest';
import { applyChange } from '../../src/domain/apply-change.ts';
import { Change } from '../../src/domain/change.ts';
import { RecordEnvelope } from '../../src/domain/record.ts';
import { RULE_CODES } from '../../src/domain/rule-codes.ts';
import { AT, anna, contextOf, newId, sampleBeneficiary } from './sample-changes.ts';

/** What comes from outside, as text, because some of it (`__proto__`) only exists there. */
const changeText = (kind: string, fields: string) =>
  JSON.parse(
    `{"type":"create","id":"${newId()}","recordId":"${newId()}","kind":"${kind}","at":"${AT}","fields":${fields}}`,
  );

/** Where the change is malformed, or which rules its fields break. */
function verdictOn(kind: string, fields: string): string[] {
  const parsed = Change.safeParse(changeText(kind, fields));
  if (!parsed.success) return parsed.error.issues.map(({ path }) => `malformed at ${path.join('.')}`);
  const result = applyChange(undefined, parsed.data, contextOf(anna, 1, []));
  if (result.ok) return [];
  return result.error.type === 'FieldsRefused'
    ? result.error.problems.map(({ field, rule }) => `${field}: ${rule}`)
    : [result.error.type];
}

const service = (rest: string) => `{"types":["CONT"],"contact":{"count":1},"date":"2026-11-20"${rest}}`;
const long = 'a'.repeat(4_001);

describe('bad input has a clear answer', () => {
  test.each([
    ['a good one', 'beneficiary', '{"nickname":"Ous"}', []],
    ['30 February', 'beneficiary', '{"nickname":"O","birthDate":"2025-02-30"}', ['birthDate: DateInvalid']],
    [
      '29 February of a common year',
      'beneficiary',
      '{"nickname":"O","birthDate":"2025-02-29"}',
      ['birthDate: DateInvalid'],
    ],
    [
      'a date before all dates',
      'beneficiary',
      '{"nickname":"O","birthDate":"0001-01-01"}',
      ['birthDate: DateOutOfRange'],
    ],
    [
      'a date with a time',
      'beneficiary',
      '{"nickname":"O","birthDate":"2025-02-20T00:00:00Z"}',
      ['birthDate: DateInvalid'],
    ],
    ['an empty text', 'beneficiary', '{"nickname":""}', ['nickname: TextEmpty']],
    ['a text of blanks', 'beneficiary', '{"nickname":"   "}', ['nickname: TextEmpty']],
    ['a text with controls', 'beneficiary', '{"nickname":"a\\u0007b"}', ['nickname: TextHasControls']],
    ['NUL', 'beneficiary', '{"nickname":"a\\u0000b"}', ['malformed at fields.nickname']],
    ['a lone surrogate', 'beneficiary', '{"nickname":"a\\ud800"}', ['malformed at fields.nickname']],
    ['a lone surrogate in a key', 'beneficiary', '{"a\\ud800":"x"}', ['malformed at fields.a\ud800']],
    ['a name of 121', 'beneficiary', `{"nickname":"${'a'.repeat(121)}"}`, ['nickname: ValueTooLong']],
    ['a note of 4,001', 'beneficiary', `{"nickname":"O","note":"${long}"}`, ['note: ValueTooLong']],
    [
      'a note of a million',
      'beneficiary',
      `{"nickname":"O","note":"${'x'.repeat(1_000_000)}"}`,
      ['note: ValueTooLong'],
    ],
    ['null for nothing', 'beneficiary', '{"nickname":"O","note":null}', ['note: ValueInvalid']],
    ['a number for a text', 'beneficiary', '{"nickname":5}', ['nickname: ValueInvalid']],
    ['a year as text', 'beneficiary', '{"nickname":"O","birthYear":"1990"}', ['birthYear: ValueInvalid']],
    ['an unknown field', 'beneficiary', '{"nickname":"O","shoeSize":42}', ['shoeSize: FieldUnknown']],
    ['two unknown fields', 'beneficiary', '{"nickname":"O","a":1,"b":2}', ['a: FieldUnknown', 'b: FieldUnknown']],
    [
      'a field of no possible name',
      'beneficiary',
      '{"nickname":"O","Shoe Size":42}',
      ['malformed at fields.Shoe Size'],
    ],
    [
      '__proto__ as a field',
      'beneficiary',
      '{"nickname":"O","__proto__":{"role":"coordinator"}}',
      ['malformed at fields'],
    ],
    ['__proto__ inside a field', 'service', service(',"note":{"__proto__":{"a":1}}'), ['malformed at fields.note']],
    ['constructor as a field', 'beneficiary', '{"nickname":"O","constructor":"x"}', ['constructor: FieldUnknown']],
    ['a number that JSON cannot write', 'placement', '{"rentCents":1e999}', ['malformed at fields.rentCents']],
    [
      'nesting without end',
      'beneficiary',
      `{"nickname":${'['.repeat(500)}${']'.repeat(500)}}`,
      ['malformed at fields.nickname'],
    ],
    [
      'an id that is none',
      'service',
      '{"types":["CONT"],"date":"2026-11-20","beneficiary":"1"}',
      ['beneficiary: ValueInvalid'],
    ],
    ['an unknown kind', 'spaceship', '{}', ['KindUnknown']],
    ['a kind that every object has', 'constructor', '{}', ['KindUnknown']],
    ['fields that are a list', 'beneficiary', '[]', ['malformed at fields']],
    ['fields that are nothing', 'beneficiary', 'null', ['malformed at fields']],
  ])('%s', (_, kind, fields, verdict) => {
    expect(verdictOn(kind, fields)).toEqual(verdict);
  });

  test('negative money, no stage and no person are told together', () => {
    expect(verdictOn('placement', '{"measures":["ATMP"],"rentCents":-1}')).toEqual([
      'beneficiary: ValueMissing',
      'stage: ValueMissing',
      'rentCents: ValueTooSmall',
    ]);
  });

  test('every rule that is told is a rule with a stable code', () => {
    const told = [
      verdictOn('placement', '{}'),
      verdictOn('service', '{}'),
      verdictOn('beneficiary', '{"nickname":""}'),
    ].flat();
    for (const problem of told) expect(RULE_CODES).toContain(problem.split(': ')[1]);
  });
});

describe('a change is refused as a whole when', () => {
  const good = changeText('beneficiary', '{"nickname":"O"}');
  test.each([
    ['it says who made it', { actor: 'me' }],
    ['it says for which municipality', { municipality: 'c_d969' }],
    ['its verb is unknown', { type: 'explode' }],
    ['its id is no UUIDv7', { id: '00000000-0000-4000-8000-000000000000' }],
    ['its instant is local time', { at: '2026-11-23T10:00:00.000+01:00' }],
    ['its kind is no word', { kind: '../etc' }],
  ])('%s', (_, more) => {
    expect(Change.safeParse({ ...good, ...more }).success).toBe(false);
    expect(Change.safeParse(good).success).toBe(true);
  });

  test.each([
    ['touches no field', '{}'],
    ['forgets what was seen', '{"note":{"to":"x"}}'],
    ['forgets the new value', '{"note":{"from":null}}'],
    ['edits __proto__', '{"__proto__":{"from":null,"to":"x"}}'],
  ])('an edit %s', (_, fields) => {
    const edit = { ...changeText('beneficiary', fields), type: 'edit', seenVersion: 1 };
    expect(Change.safeParse(edit).success).toBe(false);
  });
});

test('no envelope with a smuggled prototype is taken', () => {
  const text = JSON.stringify(sampleBeneficiary());
  expect(RecordEnvelope.safeParse(JSON.parse(text)).success).toBe(true);
  for (const place of ['"fields":{', '"fieldVersions":{', '"review":{']) {
    const smuggled = text.replace(place, `${place}"__proto__":{"x":1},`);
    expect(smuggled).not.toBe(text);
    expect(RecordEnvelope.safeParse(JSON.parse(smuggled)).success, place).toBe(false);
  }
});
