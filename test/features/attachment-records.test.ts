import { expect, test } from 'vitest';
import type { CaseRecord } from '../../src/device/open-vault.ts';
import type { FileLine } from '../../src/device/vault-files.ts';
import type { RecordEnvelope } from '../../src/domain/record.ts';
import { fileMark } from '../../src/features/attachment-records.ts';
import { createTranslator } from '../../src/i18n/create-translator.ts';
import { it } from '../../src/i18n/messages/it.ts';
import { caseRecord } from './case-record.ts';
import { NOW } from './vault-of.ts';

const words = createTranslator('it', it);
const sha256 = 'a'.repeat(64);

const lineOf = (state: FileLine['state']): FileLine =>
  ({ sha256, fileType: 'image/jpeg', bytes: 9, state, savedAt: NOW }) as FileLine;

const heldOf = (kind: string, state: RecordEnvelope['review']['state'], more: Partial<CaseRecord> = {}): CaseRecord => {
  const held = caseRecord(kind, '019aae00-0000-7000-8000-000000000001', { sha256 });
  return { ...held, record: { ...held.record, review: { state } }, ...more };
};

test.each([
  ['a practice’s file waits for its coordinator, here or not', 'practice-file', 'submitted', 'kept', 'da validare'],
  ['a practice’s file waits for its coordinator, here or not', 'practice-file', 'submitted', undefined, 'da validare'],
  ['one that came back says so', 'practice-file', 'returned', 'kept', 'tornato'],
  ['one that other cities see is on the server', 'practice-file', 'validated', 'kept', 'sul server'],
  ['one that other cities see can be fetched', 'practice-file', 'validated', undefined, 'da scaricare'],
  ['what is not sent yet comes first', 'practice-file', 'submitted', 'waiting', 'da inviare'],
  ['nobody decides on a person’s attachment', 'attachment', 'submitted', 'kept', 'sul server'],
] as const)('%s', (_name, kind, review, state, label) => {
  const line = state === undefined ? undefined : lineOf(state);
  expect(fileMark(words, heldOf(kind, review), line, undefined).label).toBe(label);
});

test('a practice’s file that is only here, or needs a hand, says that before its decision', () => {
  const marked = (more: Partial<CaseRecord>) =>
    fileMark(words, heldOf('practice-file', 'submitted', more), lineOf('kept'), undefined).label;
  expect(marked({ waiting: 1 })).toBe('salvato qui');
  expect(marked({ attention: 1 })).toBe('da sistemare');
});
