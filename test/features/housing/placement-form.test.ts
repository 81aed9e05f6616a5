import { describe, expect, test } from 'vitest';
import {
  isPartOfStep,
  isPartShown,
  moveToStage,
  needsReason,
  newPlacementFields,
  stepFields,
} from '../../../src/features/housing/placement-form.ts';

const today = '2026-11-23';

describe('the reason of a move', () => {
  test.each([
    [undefined, 'INSE', false],
    ['SEGN', 'SEGN', false],
    ['SEGN', 'VALU', false],
    ['SEGN', 'PATT', true],
    ['INSE', 'RICE', true],
    ['INSE', undefined, false],
  ] as const)('from %s to %s asks why: %s', (from, to, asks) => {
    expect(needsReason(from, to)).toBe(asks);
  });

  test('an earlier reason does not count for a new jump', () => {
    const recorded = { stage: 'RICE', stageReason: 'Casa trovata subito' } as const;
    expect(moveToStage(recorded, recorded, 'ACCO')).toEqual({ stage: 'ACCO', stageReason: undefined });
  });

  test('a reason just written stays when the person changes the jump', () => {
    const recorded = { stage: 'SEGN', stageReason: 'Prima' } as const;
    expect(moveToStage(recorded, { ...recorded, stageReason: 'Urgente' }, 'INSE').stageReason).toBe('Urgente');
  });

  test('back on the pathway, the recorded reason is left as it was', () => {
    const recorded = { stage: 'SEGN', stageReason: 'Prima' } as const;
    expect(moveToStage(recorded, { stage: 'INSE' }, 'VALU')).toEqual({ stage: 'VALU', stageReason: 'Prima' });
  });
});

describe('the next step', () => {
  test('moving in is dated today, unless an entry was planned', () => {
    expect(stepFields({}, 'INSE', today)).toEqual({ stage: 'INSE', entryDate: today });
    expect(stepFields({ entryDate: '2026-11-20' }, 'INSE', today)).toEqual({ stage: 'INSE' });
  });

  test('a stage without a date of its own brings only itself', () => {
    expect(stepFields({}, 'ACCO', today)).toEqual({ stage: 'ACCO', date: today });
  });
});

test('a new placement is referred today, for the person one comes from', () => {
  expect(newPlacementFields('p', today)).toEqual({ stage: 'SEGN', referralDate: today, beneficiary: 'p' });
  expect(newPlacementFields(undefined, today)).not.toHaveProperty('beneficiary');
});

describe('the parts of the form', () => {
  const nothing = () => false;

  test.each([
    ['agreement', 'VALU', false],
    ['agreement', 'PATT', true],
    ['home', 'RICE', false],
    ['home', 'INSE', true],
    ['exit', 'ACCO', false],
    ['exit', 'USCI', true],
    ['home', undefined, false],
  ] as const)('%s at %s is open: %s', (part, stage, isOpen) => {
    expect(isPartShown(part, stage, nothing)).toBe(isOpen);
  });

  test('what is filled or wrong is never out of sight', () => {
    expect(isPartShown('exit', 'SEGN', (field) => field === 'exitDate')).toBe(true);
    expect(isPartShown('home', 'SEGN', (field) => field === 'exitDate')).toBe(false);
  });

  test('taking a step, only what that stage asks for is open, and what is wrong', () => {
    const openAt = (stage: Parameters<typeof isPartOfStep>[1], isWrong: (field: string) => boolean = nothing) =>
      (['agreement', 'home', 'exit'] as const).filter((part) => isPartOfStep(part, stage, isWrong));
    expect(['PATT', 'RICE', 'INSE', 'ACCO', 'USCI', 'FUP'].map((stage) => openAt(stage as never))).toEqual([
      ['agreement'],
      [],
      ['home'],
      [],
      ['exit'],
      [],
    ]);
    expect(openAt('ACCO', (field) => field === 'entryDate')).toEqual(['home']);
  });
});
