import { expect, test } from 'vitest';
import type { FilesPort } from '../../../src/features/files-port.ts';
import { isUnseenFile } from '../../../src/features/review/unseen-file.ts';

const fields = { sha256: 'a'.repeat(64) };
const here = new Map([[fields.sha256, {}]]) as unknown as FilesPort['lines']['value'];

test.each([
  ['a photo of a practice that is not here', 'practice-file', new Map(), true],
  ['one while the disk was not read yet', 'practice-file', undefined, true],
  ['one that is here', 'practice-file', here, false],
  ['an attachment, which no other city sees', 'attachment', new Map(), false],
] as const)('%s', (_what, kind, lines, isUnseen) => {
  expect(isUnseenFile({ kind, fields }, lines)).toBe(isUnseen);
});

test('the text of a practice is no file', () => {
  expect(isUnseenFile({ kind: 'practice', fields: { title: 'Sportello' } }, new Map())).toBe(false);
});
