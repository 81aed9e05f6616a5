import { expect, test } from 'vitest';
import { findFileType } from '../../src/domain/file-type.ts';

const bytesOf = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

test.each([
  ['image/jpeg', '\xff\xd8\xff\xe0..'],
  ['image/jpeg', '\xff\xd8\xff\xe1Exif'],
  ['image/png', '\x89PNG\r\n\x1a\n....'],
  ['image/webp', 'RIFF\x10\x00\x00\x00WEBPVP8 '],
  ['application/pdf', '%PDF-1.7\n'],
])('%s is known by its first bytes', (type, text) => {
  expect(findFileType(bytesOf(text))).toBe(type);
});

test.each([
  '',
  '\xff\xd8',
  '<html>',
  '<svg xmlns="http://www.w3.org/2000/svg">',
  'GIF89a',
  'PK\x03\x04',
  'RIFF\x10\x00\x00\x00AVI ',
  ' %PDF-1.7',
  '....ftypheic',
])('%j is none of ours', (text) => {
  expect(findFileType(bytesOf(text))).toBeUndefined();
});
