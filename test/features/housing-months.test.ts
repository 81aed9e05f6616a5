import { describe, expect, test } from 'vitest';
import { findMonthToTell, monthsLivedIn, newMonthFields } from '../../src/features/housing-months.ts';
import { doubleRecords } from '../../src/features/settle-double.ts';
import { heldIn, marta, outboxItemOf, recordOf, TODAY, vaultOf, youssef } from './vault-of.ts';

const placed = recordOf('placement', { stage: 'INSE', entryDate: '2026-09-14', rentCents: 45_000, householdSize: 2 });
const told = (month: string, more = {}, by = marta) =>
  recordOf('monthly-situation', { placement: placed.id, month, situation: 'E8_1', ...more }, { by });

describe('the months one may tell', () => {
  test.each([
    ['from the entry to now, the latest first', { stage: 'INSE', entryDate: '2026-09-14' }, '2026-11 2026-10 2026-09'],
    ['to the exit', { stage: 'USCI', entryDate: '2026-09-14', exitDate: '2026-10-02' }, '2026-10 2026-09'],
    ['none while the entry is only planned', { stage: 'RICE', entryDate: '2026-09-14' }, ''],
    ['none without an entry', { stage: 'INSE' }, ''],
  ] as const)('%s', (_, fields, months) => {
    expect(monthsLivedIn(fields, TODAY).join(' ')).toBe(months);
  });

  test('the one to tell is the latest that nobody told', () => {
    const vault = vaultOf([placed, told('2026-11', {}, youssef), told('2026-09')]);
    expect(findMonthToTell(vault, heldIn(vault, placed), TODAY)).toBe('2026-10');
  });
});

test('a new month starts from the last one, and asks anew who met whom and what is wrong', () => {
  const september = told('2026-09', { contractType: 'TRAN', rentCents: 40_000, problems: ['AFFI'], metHow: 'CASA' });
  const asked = { month: '2026-10', today: TODAY };
  const vault = vaultOf([placed, september]);
  expect(newMonthFields(vault, heldIn(vault, placed), asked)).toEqual({
    placement: placed.id,
    month: '2026-10',
    situation: 'E8_1',
    contractType: 'TRAN',
    rentCents: 40_000,
    meetingDate: TODAY,
    metBy: 'Marta Rossi',
  });
  const first = vaultOf([placed]);
  expect(newMonthFields(first, heldIn(first, placed), asked)).toMatchObject({ rentCents: 45_000, householdSize: 2 });
});

describe('a month that another device told first', () => {
  const there = told('2026-10', { note: 'Tutto bene' }, youssef);
  const mine = (fields: object) =>
    outboxItemOf(
      {
        type: 'create',
        kind: 'monthly-situation',
        recordId: placed.id,
        fields: { placement: placed.id, month: '2026-10', situation: 'AUTO', ...fields },
      },
      {
        type: 'FieldsRefused',
        problems: [{ field: 'month', rule: 'MonthAlreadyWritten', other: there.id }],
      },
    );
  const doublesOf = (fields: object) => doubleRecords(vaultOf([placed, there], { outbox: [mine(fields)] }));

  test('is shown with what was written otherwise here', () => {
    expect(doublesOf({ note: 'Tutto bene' })).toMatchObject([{ differing: ['situation'], unmovable: [] }]);
  });

  test('a restricted note cannot be put into a record of somebody else', () => {
    expect(doublesOf({ restrictedNote: 'Paura' })).toMatchObject([{ unmovable: ['restrictedNote'] }]);
  });
});
