import { describe, expect, test } from 'vitest';
import { stripMetadata } from '../../src/features/strip-metadata.ts';

const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const join = (...parts: readonly (Uint8Array | number[])[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const segment = (marker: number, body: Uint8Array) =>
  join([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff], body);
const textOf = (bytes: Uint8Array | undefined) => String.fromCharCode(...(bytes ?? []));
const SECRET = 'GPS 44.4056 8.9463';

/** Exif in either order of bytes, with an orientation and something to hide. */
function exif(orientation: number, order: 'II' | 'MM'): Uint8Array {
  const tiff = new DataView(new ArrayBuffer(26));
  const isLittle = order === 'II';
  tiff.setUint16(0, isLittle ? 0x4949 : 0x4d4d);
  tiff.setUint16(2, 42, isLittle);
  tiff.setUint32(4, 8, isLittle);
  tiff.setUint16(8, 1, isLittle);
  tiff.setUint16(10, 0x0112, isLittle);
  tiff.setUint16(12, 3, isLittle);
  tiff.setUint32(14, 1, isLittle);
  tiff.setUint16(18, orientation, isLittle);
  return join(latin('Exif\0\0'), new Uint8Array(tiff.buffer), latin(SECRET));
}

const JFIF = segment(0xe0, latin('JFIF\0\x01\x01\0\0\x01\0\x01\0\0'));
const TABLES = segment(0xdb, new Uint8Array(65).fill(7));
const ICC = segment(0xe2, latin('ICC_PROFILE\0colours'));
const SCAN = join(segment(0xda, latin('\x01\x01\0\0?\0')), [1, 2, 0xff, 0, 3, 0xff, 0xd0, 4, 0xff, 0xff, 0]);
const jpeg = (...segments: readonly Uint8Array[]) => join([0xff, 0xd8], ...segments, [0xff, 0xd9]);

describe('a JPEG', () => {
  test('keeps its picture and its colours, and tells nothing else', () => {
    const told = [segment(0xe1, exif(1, 'MM')), segment(0xe1, latin(`http://ns.adobe.com/xap/1.0/\0${SECRET}`))];
    const more = [segment(0xed, latin(SECRET)), segment(0xe2, latin(`MPF\0${SECRET}`)), segment(0xfe, latin(SECRET))];
    const stripped = stripMetadata(jpeg(JFIF, ...told, ...more, ICC, TABLES, SCAN), 'image/jpeg');
    expect(stripped).toEqual(jpeg(JFIF, ICC, TABLES, SCAN));
  });

  test.each(['II', 'MM'] as const)('stays the right way up, in order %s', (order) => {
    const stripped = stripMetadata(jpeg(segment(0xe1, exif(6, order)), TABLES, SCAN), 'image/jpeg');
    expect(textOf(stripped)).not.toContain(SECRET);
    // Read back by the same rules: what is left says 6 and nothing more.
    expect(stripMetadata(stripped ?? new Uint8Array(), 'image/jpeg')).toEqual(stripped);
    expect(textOf(stripped)).toContain('Exif');
    expect(stripped?.length).toBe(jpeg(TABLES, SCAN).length + 36);
  });

  test('a progressive one keeps all of its scans', () => {
    const whole = jpeg(TABLES, SCAN, segment(0xc4, latin('huff\xff\xd9man')), SCAN);
    expect(stripMetadata(whole, 'image/jpeg')).toEqual(whole);
  });

  test('a film behind its end is cut off', () => {
    const moving = join(jpeg(TABLES, SCAN), latin(`ftypmp42 ${SECRET}`));
    expect(stripMetadata(moving, 'image/jpeg')).toEqual(jpeg(TABLES, SCAN));
  });

  test.each([
    ['nothing behind its first bytes', join([0xff, 0xd8, 0xff])],
    ['a segment longer than the file', join([0xff, 0xd8, 0xff, 0xe1, 0x70, 0], latin(SECRET))],
    ['no marker where one has to be', join([0xff, 0xd8], latin(`JUNK${SECRET}`))],
    ['no picture', jpeg(segment(0xe1, exif(1, 'MM')))],
  ])('with %s gives nothing', (_, broken) => {
    expect(stripMetadata(broken, 'image/jpeg')).toBeUndefined();
  });
});

const chunk = (name: string, body: Uint8Array) => join([0, 0, 0, body.length], latin(name), body, [1, 2, 3, 4]);
const png = (...chunks: readonly Uint8Array[]) => join(latin('\x89PNG\r\n\x1a\n'), ...chunks);

test('a PNG loses its texts, its times and what hangs behind it', () => {
  const [head, data, end] = [
    chunk('IHDR', latin('13 bytes here')),
    chunk('IDAT', latin('pixels')),
    chunk('IEND', latin('')),
  ];
  const told = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME'].map((name) => chunk(name, latin(SECRET)));
  expect(stripMetadata(join(png(head, ...told, data, end), latin(SECRET)), 'image/png')).toEqual(png(head, data, end));
  expect(stripMetadata(png(head, data), 'image/png')).toBeUndefined();
});

const riff = (...chunks: readonly Uint8Array[]) => {
  const body = join(latin('WEBP'), ...chunks);
  return join(latin('RIFF'), [body.length & 0xff, body.length >> 8, 0, 0], body);
};
const webpChunk = (name: string, body: Uint8Array) =>
  join(latin(name), [body.length, 0, 0, 0], body, body.length % 2 === 0 ? [] : [0]);

test('a WebP loses EXIF and XMP, and no longer says that it has them', () => {
  const head = (flags: number) => webpChunk('VP8X', join([flags], latin('123456789')));
  const picture = webpChunk('VP8 ', latin('odd'));
  const told = riff(head(0x1c), picture, webpChunk('EXIF', latin(SECRET)), webpChunk('XMP ', latin(SECRET)));
  expect(stripMetadata(join(told, latin(SECRET)), 'image/webp')).toEqual(riff(head(0x10), picture));
});

test('a PDF stays as it is', () => {
  const pdf = latin(`%PDF-1.7 /Author (${SECRET})`);
  expect(stripMetadata(pdf, 'application/pdf')).toEqual(pdf);
});
