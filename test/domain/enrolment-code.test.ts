import { expect, test } from 'vitest';
import { enrolmentToCode, readEnrolmentCode } from '../../src/domain/enrolment-code.ts';
import { newId } from './sample-changes.ts';

test('the code of an enrolment is read back, also in small letters and with a line end', () => {
  const id = newId();
  const code = enrolmentToCode(id);
  expect(code).toMatch(/^TE-[0-9A-F]{32}$/);
  for (const text of [code, code.toLowerCase(), ` ${code}\n`]) expect(readEnrolmentCode(text)).toBe(id);
});

test.each(['', 'TE-', 'TC-0123456789ABCDEFGHJK', `TE-${'0'.repeat(32)}`, 'https://example.org/TE-1'])(
  '%j is the code of no enrolment',
  (text) => expect(readEnrolmentCode(text)).toBeUndefined(),
);
