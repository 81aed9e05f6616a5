import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CERTIFICATE_CODE_PATTERN,
  certificateCodeToText,
  cityOfCode,
  createCertificateCode,
  readCertificateCode,
} from '../../src/domain/certificate-code.ts';
import { MUNICIPALITIES } from '../../src/domain/lists/municipalities.ts';
import { type Id, MunicipalityId } from '../../src/domain/primitives.ts';

const hex = (length: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`));
const ids = fc
  .tuple(hex(12), hex(3), hex(3), hex(12))
  .map(([time, a, b, c]) => `${time.slice(0, 8)}-${time.slice(8)}-7${a}-8${b}-${c}` as Id);
const codes = fc
  .tuple(fc.constantFrom(...MUNICIPALITIES), fc.array(ids, { minLength: 3, maxLength: 3 }))
  .map(([city, three]) => {
    const left = [...three];
    return { city, code: createCertificateCode(MunicipalityId.parse(city.id), () => left.pop() ?? ('' as Id)) };
  });

describe('the code of a certificate', () => {
  test('is read back from its text, from an address, in small letters and with look-alikes, of every city', () => {
    fc.assert(
      fc.property(codes, ({ city, code }) => {
        expect(code).toMatch(CERTIFICATE_CODE_PATTERN);
        expect(cityOfCode(code)).toBe(city.id);
        const likeTyped = code.slice(0, 4) + code.slice(4).replaceAll('1', 'l').replaceAll('0', 'O');
        for (const text of [
          code,
          code.toLowerCase(),
          certificateCodeToText(code),
          `https://x.example/verify#${code}`,
          likeTyped,
        ])
          expect(readCertificateCode(text)).toBe(code);
      }),
    );
  });

  test.each(['', 'D969', 'TC-0123456789ABCDEFGHJK', `D969${'U'.repeat(20)}`, `D969${'0'.repeat(21)}`, '%'])(
    '%j is none',
    (text) => {
      expect(readCertificateCode(text)).toBeUndefined();
    },
  );

  test('holds all of the chance that it was given', () => {
    const id = (end: string): Id => `01900000-0000-7000-8000-00${end}` as Id;
    const made = (ends: string[]) =>
      createCertificateCode(MunicipalityId.parse('c_d969'), () => id(ends.shift() ?? ''));
    const one = made(['0000000001', '0000000000', '0000000000']);
    const others = [
      made(['8000000000', '0000000000', '0000000000']),
      made(['0000000000', '0000000001', '0000000000']),
      made(['0000000000', '0000000000', '0000000001']),
    ];
    expect(new Set([one, ...others]).size).toBe(4);
  });
});
