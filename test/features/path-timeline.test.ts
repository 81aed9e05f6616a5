import { describe, expect, test } from 'vitest';
import { WAITING_REASONS, WAITING_REASONS_AT } from '../../src/domain/lists/waiting-reasons.ts';
import type { Id } from '../../src/domain/primitives.ts';
import { stepChanges, waitAtStage } from '../../src/features/housing/placement-form.ts';
import { followUpsDue, timelineOf } from '../../src/features/path-timeline.ts';
import { heldIn, recordOf, TODAY, vaultOf, youssef } from './vault-of.ts';

const fields = {
  stage: 'USCI',
  referralDate: '2026-02-01',
  agreementDate: '2026-02-20',
  entryDate: '2026-03-01',
  exitDate: '2026-08-31',
  exitOutcome: 'AUTO',
};
const home = recordOf('placement', fields, {
  createdAt: '2026-02-02T09:00:00.000Z',
  updatedAt: '2026-09-01T09:00:00.000Z',
});
const about = (kind: string, more: object) => recordOf(kind, { placement: home.id, ...more }, { by: youssef });
const linesOf = (...records: ReturnType<typeof recordOf>[]) => {
  const vault = vaultOf([home, ...records]);
  return timelineOf(vault, [heldIn(vault, home)]).map(({ date, what, stage, held }) =>
    [date, what, stage, held.record.createdBy.name].filter(Boolean).join(' '),
  );
};

describe('the whole path', () => {
  test('is stages, months, money and follow-ups in one order, each with who wrote it', () => {
    expect(
      linesOf(
        about('stage-step', { stage: 'INSE', date: '2026-03-02' }),
        about('monthly-situation', { month: '2026-03', situation: 'E7_2' }),
        about('contribution', {
          month: '2026-04',
          measure: 'CAUZ',
          amountCents: 5,
          paidDate: '2026-04-03',
          returnedDate: '2026-09-01',
        }),
        about('contribution', { month: '2026-05', measure: 'LOCA', amountCents: 5, state: 'PIAN' }),
        about('exit-follow-up', { after: 'M3', date: '2026-11-20', situation: 'AUTO' }),
      ),
    ).toEqual([
      '2026-11-20 followUp Youssef Amrani',
      '2026-09-01 returned Youssef Amrani',
      '2026-08-31 stage USCI Marta Rossi',
      '2026-05-01 planned Youssef Amrani',
      '2026-04-03 paid Youssef Amrani',
      '2026-03-31 month Youssef Amrani',
      '2026-03-01 stage INSE Youssef Amrani',
      '2026-02-20 stage PATT Marta Rossi',
      '2026-02-01 stage SEGN Marta Rossi',
    ]);
  });

  test('a corrected day is the day of the latest step to its stage; one that is still to come is a plan', () => {
    const steps = [
      about('stage-step', { stage: 'PATT', date: '2026-02-10' }),
      about('stage-step', { stage: 'RICE', date: '2026-02-25' }),
      about('stage-step', { stage: 'PATT', date: '2026-02-27' }),
    ];
    expect(linesOf(...steps).filter((line) => /PATT|RICE/.test(line))).toEqual([
      '2026-02-25 stage RICE Youssef Amrani',
      '2026-02-20 stage PATT Youssef Amrani',
      '2026-02-10 stage PATT Youssef Amrani',
    ]);
    const planned = recordOf(
      'placement',
      { stage: 'INSE', entryDate: '2026-03-09' },
      { createdAt: '2026-03-02T09:00:00.000Z' },
    );
    const step = recordOf('stage-step', { placement: planned.id, stage: 'INSE', date: '2026-03-02' });
    const vault = vaultOf([planned, step]);
    expect(timelineOf(vault, [heldIn(vault, planned)]).map(({ what, date }) => `${what} ${date}`)).toContain(
      'stage 2026-03-02',
    );
  });

  test('a planned entry is no stage yet, and a path without a referral begins when it was opened', () => {
    const planned = recordOf(
      'placement',
      { stage: 'RICE', entryDate: '2026-03-01' },
      { createdAt: '2026-02-02T09:00:00.000Z' },
    );
    const vault = vaultOf([planned]);
    expect(timelineOf(vault, [heldIn(vault, planned)]).map(({ what, date }) => `${what} ${date}`)).toEqual([
      'opened 2026-02-02',
    ]);
  });
});

describe('a move along the pathway', () => {
  const ports = { newId: () => home.id, today: TODAY };
  const moves = (base: object, values: object) =>
    stepChanges(home.id as Id, base as never, values as never, ports).map((change) =>
      change.type === 'create' ? change.fields : {},
    );

  test('is written on the day the placement tells, or today', () => {
    expect(moves({ stage: 'RICE' }, { stage: 'INSE', entryDate: '2026-11-02' })).toEqual([
      { placement: home.id, stage: 'INSE', date: '2026-11-02' },
    ]);
    expect(moves({ stage: 'SEGN' }, { stage: 'VALU' })).toMatchObject([{ date: TODAY }]);
    expect(moves({ stage: 'SEGN' }, { stage: 'VALU', date: '2026-09-03' })).toMatchObject([{ date: '2026-09-03' }]);
    expect(moves({ stage: 'RICE' }, { stage: 'PATT', agreementDate: '2027-01-01' })).toMatchObject([{ date: TODAY }]);
  });

  test('brings its own reason, not an earlier one', () => {
    expect(moves({ stage: 'SEGN' }, { stage: 'INSE', stageReason: 'Urgente' })).toMatchObject([{ reason: 'Urgente' }]);
    const [step] = moves({ stage: 'SEGN', stageReason: 'Prima' }, { stage: 'VALU', stageReason: 'Prima' });
    expect(step).not.toHaveProperty('reason');
  });

  test('is none where the stage stays, nor in a new placement', () => {
    expect(moves({ stage: 'SEGN' }, { stage: 'SEGN' })).toEqual([]);
    expect(moves({}, { stage: 'SEGN' })).toEqual([]);
  });

  test('ends what was said of the stage before', () => {
    const recorded = { stage: 'RICE', waitingReason: 'NOAL', nextStep: 'Visita' } as const;
    expect(waitAtStage(recorded, 'INSE')).toMatchObject({ waitingReason: undefined, nextStep: undefined });
    expect(waitAtStage(recorded, 'RICE')).toMatchObject({ waitingReason: 'NOAL', nextStep: 'Visita' });
  });
});

test('every reason for waiting belongs to a stage', () => {
  expect([...new Set(Object.values(WAITING_REASONS_AT).flat())].sort()).toEqual([...WAITING_REASONS].sort());
});

test('after an exit two follow-ups are due, on the last day of a shorter month too; nobody asks after who died', () => {
  const done = about('exit-follow-up', { after: 'M3', date: '2026-11-20', situation: 'AUTO' });
  const vault = vaultOf([home, done]);
  expect(followUpsDue(vault, heldIn(vault, home)).map((one) => [one.after, one.due, one.done?.record.id])).toEqual([
    ['M3', '2026-11-30', done.id],
    ['M6', '2027-02-28', undefined],
  ]);
  const dead = recordOf('placement', { ...fields, exitOutcome: 'DECE' });
  const other = vaultOf([dead]);
  expect(followUpsDue(other, heldIn(other, dead))).toEqual([]);
});
