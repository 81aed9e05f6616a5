import { describe, expect, test } from 'vitest';
import { applyChange } from '../../../src/domain/apply-change.ts';
import type { RecordEnvelope } from '../../../src/domain/record.ts';
import {
  anna,
  applied,
  changeOf,
  contextOf,
  createOf,
  editOf,
  newId,
  refusalIn,
  rulesIn,
  sampleBeneficiary,
  TODAY,
} from '../sample-changes.ts';

const amina = sampleBeneficiary();
const [here, there] = [newId(), newId()];
const base = { household: here, beneficiary: amina.id, role: 'REFE', fromDate: '2026-03-01' };
type More = Readonly<Record<string, unknown>>;
const join = (more: More = {}, related: readonly RecordEnvelope[] = [amina]) =>
  applyChange(undefined, createOf('household-member', { ...base, ...more }), contextOf(anna, 1, related));
const joined = (more: More = {}) =>
  applied(undefined, createOf('household-member', { ...base, ...more }), anna, 1, [amina]);

test('a household may have no name at all', () => {
  expect(rulesIn(applyChange(undefined, createOf('household', {}), contextOf(anna)))).toEqual([]);
  expect(rulesIn(applyChange(undefined, createOf('household', { name: '  ' }), contextOf(anna)))).toEqual([
    'name: TextEmpty',
  ]);
});

describe('a belonging', () => {
  test.each([
    ['as it is written', {}, []],
    ['without a role', { role: undefined }, []],
    ['until today', { toDate: TODAY }, []],
    ['from tomorrow', { fromDate: '2026-11-24' }, ['fromDate: MembershipDateInFuture']],
    ['until tomorrow', { toDate: '2026-11-24' }, ['toDate: MembershipDateInFuture']],
    ['that ends before it begins', { toDate: '2026-02-28' }, ['toDate: MembershipEndBeforeStart']],
    ['in a role nobody has', { role: 'KING' }, ['role: CodeUnknown']],
  ])('%s', (_, more: More, rules) => {
    const fields = Object.fromEntries(Object.entries({ ...base, ...more }).filter(([, value]) => value !== undefined));
    const change = createOf('household-member', fields);
    expect(rulesIn(applyChange(undefined, change, contextOf(anna, 1, [amina])))).toEqual(rules);
  });

  test('of nobody is refused', () => {
    expect(refusalIn(join({}, []))).toEqual({ type: 'SubjectUnknown', field: 'beneficiary' });
  });

  // The one that is there | the new one                     | then
  test.each([
    ['still open', {}, {}, true],
    ['of the same household', { household: here }, { household: here }, true],
    ['left before', { toDate: '2026-05-01' }, { fromDate: '2026-06-01' }, false],
    ['left on the day the new one begins', { toDate: '2026-05-01' }, { fromDate: '2026-05-01' }, false],
    ['left a day later', { toDate: '2026-05-02' }, { fromDate: '2026-05-01' }, true],
    ['begun on the day the new one ended', { fromDate: '2026-05-01' }, { toDate: '2026-05-01' }, false],
    ['that never was', { toDate: '2026-03-01' }, {}, false],
  ])('beside one %s', (_, first: More, second: More, isRefused) => {
    const other = joined({ household: there, ...first });
    const refusal = refusalIn(join(second, [amina, other]));
    expect(refusal).toEqual(
      isRefused
        ? { type: 'FieldsRefused', problems: [{ field: 'beneficiary', rule: 'AlreadyInHousehold', other: other.id }] }
        : undefined,
    );
  });

  test('beside one of a record that was merged into the same person is refused', () => {
    const double = { ...sampleBeneficiary(), mergedInto: amina.id };
    const other = { ...joined({ household: there }), fields: { ...base, household: there, beneficiary: double.id } };
    expect(rulesIn(join({}, [amina, double, other]))).toEqual(['beneficiary: AlreadyInHousehold']);
    const stranger = { ...double, mergedInto: undefined };
    expect(rulesIn(join({}, [amina, stranger as RecordEnvelope, other]))).toEqual([]);
  });

  test('that comes back asks again, and a removed one is in nobody’s way', () => {
    const first = joined();
    const removed = { ...first, removed: true };
    const other = joined({ household: there });
    expect(rulesIn(join({ household: there }, [amina, removed]))).toEqual([]);
    const restore = changeOf(removed, { type: 'restore' });
    expect(rulesIn(applyChange(removed, restore, contextOf(anna, 2, [amina, other])))).toEqual([
      'beneficiary: AlreadyInHousehold',
    ]);
  });

  test('gets another role while a double one is not settled yet', () => {
    const first = joined();
    const other = joined({ household: there });
    const edit = editOf(first, { role: ['REFE', 'GENI'] });
    expect(rulesIn(applyChange(first, edit, contextOf(anna, 2, [amina, other])))).toEqual([]);
  });
});
