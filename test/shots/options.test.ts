import { expect, test } from 'vitest';
import { ALBUM_NAMES, readOptions } from './options.ts';

test('without options all albums go to ./shots', () => {
  expect(readOptions([])).toEqual({ type: 'run', options: { out: './shots', albums: ALBUM_NAMES } });
});

test('--only takes the named albums, in the order in which they are taken', () => {
  const asked = readOptions(['--only', 'worker', '--only', 'doors', '--out', '/tmp/seen']);
  expect(asked).toEqual({ type: 'run', options: { out: '/tmp/seen', albums: ['doors', 'worker'] } });
});

test('an album that there is not is refused, with those that there are', () => {
  const asked = readOptions(['--only', 'volunteer']);
  expect(asked).toMatchObject({ type: 'wrong', sentence: expect.stringMatching(/volunteer.*doors, worker/) });
});

test('an unknown option and an empty folder are refused', () => {
  expect(readOptions(['--all'])).toMatchObject({ type: 'wrong', sentence: expect.stringContaining('--all') });
  expect(readOptions(['--out', ''])).toMatchObject({ type: 'wrong' });
});
