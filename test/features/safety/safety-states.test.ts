import { describe, expect, test } from 'vitest';
import { INITIAL_SYNC_STATUS, type SyncStatus, type SyncTrouble } from '../../../src/device/sync-status.ts';
import { partsBeside, safetyStates } from '../../../src/features/safety/safety-states.ts';
import {
  bytesToText,
  carriedToText,
  countNewer,
  safetyStateToWords,
  sentOn,
} from '../../../src/features/safety/safety-words.ts';
import { loadTranslator } from '../../../src/i18n/load-translator.ts';

const online: SyncStatus = { ...INITIAL_SYNC_STATUS, isOnline: true };
const proved: SyncStatus = { ...online, safeAt: '2026-11-23T16:42:00.000Z' };
const offline: SyncStatus = { ...INITIAL_SYNC_STATUS, isOnline: false };
const sending: SyncStatus = { ...online, activity: { doing: 'sending', done: 3, total: 7 } };
const says = (status: SyncStatus, waiting: number, attention: number) =>
  safetyStates(status, waiting, attention).map(({ what }) => what);

describe('what the page says first', () => {
  test.each([
    ['a receipt with nothing waiting', proved, 0, 0, ['safe']],
    ['a receipt, and a file that is only here', { ...proved, filesWaiting: 1 }, 0, 0, ['files']],
    ['a file that is only here, and no network', { ...offline, filesWaiting: 1 }, 0, 0, ['offline']],
    ['no receipt yet', online, 0, 0, ['checking']],
    ['something waiting', online, 2, 0, ['waiting']],
    ['sending', sending, 4, 0, ['sending']],
    ['no network', offline, 2, 0, ['offline']],
    ['refused work after a receipt', proved, 0, 1, ['attention']],
    ['refused work and more to send', online, 2, 1, ['attention', 'waiting']],
    ['refused work without network', offline, 2, 1, ['attention', 'offline']],
    ['a trouble beats what waits', { ...online, trouble: 'stuck' }, 2, 0, ['trouble']],
    ['a trouble beside refused work', { ...online, trouble: 'stuck' }, 2, 1, ['attention', 'trouble']],
  ] as const)('%s', (_name, status, waiting, attention, expected) => {
    expect(says(status, waiting, attention)).toEqual(expected);
  });

  test('"safe" is never said while something waits, was refused or is in trouble', () => {
    const claims = [says(proved, 1, 0), says(proved, 0, 1), says({ ...proved, trouble: 'receipt-differs' }, 0, 0)];
    claims.push(says({ ...proved, filesWaiting: 1 }, 0, 0));
    claims.push(safetyStates(proved, 0, 0, 1).map(({ what }) => what));
    expect(claims.flat()).not.toContain('safe');
    expect(claims.at(-1)).toEqual(['unreadable']);
  });
});

test('damaged work is told of once: as the state where that says it, else among what is missing', () => {
  const work = { table: 'outbox', rowId: '1', reason: 'Tampered' } as const;
  const records = { table: 'segments', rowId: '2', reason: 'Truncated' } as const;
  const beside = (status: SyncStatus) => partsBeside(safetyStates(status, 0, 0, 1), [work, records]);
  expect(beside(online)).toEqual([records]);
  expect(beside(offline)).toEqual([work, records]);
  expect(beside({ ...online, trouble: 'stuck' })).toEqual([work, records]);
});

const TROUBLES = [
  'signed-out',
  'device-revoked',
  'protocol-unsupported',
  'stuck',
  'not-our-server',
  'receipt-differs',
  'storage-full',
  'storage-trouble',
  'not-permitted',
] as const satisfies readonly SyncTrouble[];

test.each(TROUBLES)('%s says what is wrong and, in another sentence, what to do', async (trouble) => {
  for (const locale of ['it', 'en'] as const) {
    const words = await loadTranslator(locale);
    const { title, text } = safetyStateToWords(words, { what: 'trouble', tone: 'stop', trouble });
    expect(title).not.toBe('');
    expect(text.split(/[.:;] /).length).toBeGreaterThan(1);
  }
});

test('what was sent today is counted by days of Italian offices', () => {
  const exchanges = [
    { at: '2026-11-23T16:42:00.000Z', what: 'sent', count: 7 },
    { at: '2026-11-22T23:30:00.000Z', what: 'sent', count: 2 },
    { at: '2026-11-22T22:30:00.000Z', what: 'sent', count: 5 },
    { at: '2026-11-23T10:00:00.000Z', what: 'received', count: 24 },
  ] as const;
  expect(sentOn(exchanges, '2026-11-23')).toBe(9);
});

test('space is told in megabytes and gigabytes, never as nothing', async () => {
  const words = await loadTranslator('it');
  expect([200, 6_200_000, 9_640_000_000].map((bytes) => bytesToText(words, bytes))).toEqual(['1 MB', '6 MB', '9,6 GB']);
});

test('damaged parts are not mistaken for parts of a newer version', () => {
  const part = (reason: 'Tampered' | 'Truncated' | 'NewerSchema') =>
    ({ table: 'segments', rowId: '1', reason }) as const;
  expect(countNewer([part('Tampered'), part('Truncated'), part('NewerSchema')], 2)).toBe(3);
});

test('what became of a carried file is told in one breath, without what did not happen', async () => {
  const words = await loadTranslator('it');
  const said = (taken: number, held: number, unreadable: number) => carriedToText(words, { taken, held, unreadable });
  expect(said(4, 1, 0)).toBe('4 presi e 1 da confermare');
  expect(said(0, 3, 0)).toBe('3 da confermare');
  expect(said(1, 0, 2)).toBe('1 preso e 2 non si aprono');
  expect(said(0, 0, 0)).toBe('0 presi');
});

test('a receipt that differs says in what, and that it mends itself', async () => {
  const words = await loadTranslator('it');
  const equal = { countHere: 7, countThere: 7, isSameChain: true, isSameEpoch: true };
  const said = (difference: Partial<typeof equal>) => {
    const status: SyncStatus = { ...online, trouble: 'receipt-differs', difference: { ...equal, ...difference } };
    const [state] = safetyStates(status, 0, 0);
    return state && safetyStateToWords(words, state).text;
  };
  expect(said({ countThere: 4 })).toMatch(/^Al server mancano 3 modifiche .* da solo/);
  expect(said({ countThere: 8 })).toMatch(/^Il server ha 1 modifica in più .* da solo/);
  expect(said({ isSameChain: false })).toMatch(/non è la stessa.* da solo/);
  expect(said({ isSameEpoch: false, countThere: 4 })).toMatch(/ripristinato da una copia.* da solo/);
});
