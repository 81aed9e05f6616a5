import { expect, test } from 'vitest';
import type { Ask } from '../../src/app/ask-server.ts';
import { carryRescueFile } from '../../src/app/rescue-file.ts';
import type { SyncFailure } from '../../src/sync/failure.ts';

const ID = '0197e1a0-0000-7000-8000-000000000001';
const file = {
  taccuino: 'rescue',
  version: 1,
  municipality: 'c_d969',
  deviceId: ID,
  deviceLabel: 'Unità mobile 2',
  savedAt: '2026-11-23T16:41:00.000Z',
  vaultId: ID,
  stream: ID,
  rows: [{ seq: 1, changeId: ID, sealed: 'AAAA' }],
};

const answering = (value: unknown): Ask => (async () => ({ ok: true, value })) as unknown as Ask;
const failing =
  (error: SyncFailure): Ask =>
  async () => ({ ok: false, error });
const neverAsked: Ask = () => expect.fail('the server was asked');
const refused = (problem: 'VaultUnknown' | 'NotPermitted'): SyncFailure => ({
  type: 'Refused',
  problem,
  status: 403,
  retryAfterMs: undefined,
});

test('a rescue file goes up as it is, and what became of it comes back', async () => {
  const became = { taken: 4, held: 1, unreadable: 0 };
  expect(await carryRescueFile(answering(became), JSON.stringify(file))).toEqual({ ok: true, value: became });
});

test.each([
  ['a photo', '\u0089PNG', 'not-a-rescue-file'],
  ['half a file', JSON.stringify(file).slice(0, 200), 'not-a-rescue-file'],
  ['other JSON', '{"a":1}', 'not-a-rescue-file'],
  ['no rows', JSON.stringify({ ...file, rows: [] }), 'not-a-rescue-file'],
  ['a file of a newer Taccuino', JSON.stringify({ ...file, version: 2, more: true }), 'newer-file'],
] as const)('%s is said before the server is asked', async (_what, text, error) => {
  expect(await carryRescueFile(neverAsked, text)).toEqual({ ok: false, error });
});

test.each([
  [{ type: 'Unreachable' }, 'offline'],
  [refused('VaultUnknown'), 'vault-unknown'],
  [refused('NotPermitted'), 'not-permitted'],
] as const)('the server’s no is told apart: %o', async (failure, error) => {
  expect(await carryRescueFile(failing(failure), JSON.stringify(file))).toEqual({ ok: false, error });
});
