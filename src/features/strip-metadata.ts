import type { FileType } from '../domain/file-type.ts';

/**
 * A photo without what its camera wrote beside the picture: where it was taken, when, with what, small copies of it, and whatever hangs
 * behind its end (films of "motion photos"). What the picture needs stays: its colours, and which side is up. A PDF is left as it is.
 * Undefined for a file that is not built as its type says; nothing of it can be promised then.
 *
 * JPEG: https://www.w3.org/Graphics/JPEG/itu-t81.pdf annex B · PNG: https://www.w3.org/TR/png-3/#5DataRep ·
 * WebP: https://developers.google.com/speed/webp/docs/riff_container
 */
export function stripMetadata(file: Uint8Array, type: FileType): Uint8Array<ArrayBuffer> | undefined {
  switch (type) {
    case 'image/jpeg':
      return stripJpeg(file);
    case 'image/png':
      return stripPng(file);
    case 'image/webp':
      return stripWebp(file);
    case 'application/pdf':
      return new Uint8Array(file);
  }
}

const [SOI, EOI, SOS, APP0, APP1, APP2, APP14, APP15, COM] = [0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xe2, 0xee, 0xef, 0xfe];

function stripJpeg(file: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const view = viewOf(file);
  const kept: Uint8Array[] = [Uint8Array.of(0xff, SOI)];
  let orientation = 1;
  let place = 2;
  while (place + 4 <= file.length) {
    if (view.getUint8(place) !== 0xff) return undefined;
    const marker = view.getUint8(place + 1);
    // Fill bytes may stand before a marker.
    if (marker === 0xff) {
      place += 1;
      continue;
    }
    const end = place + 2 + view.getUint16(place + 2);
    if (end > file.length) return undefined;
    const segment = file.subarray(place, end);
    if (marker === APP1) orientation = findOrientation(segment) ?? orientation;
    if (isPicture(marker, segment)) kept.push(segment);
    place = end;
    if (marker !== SOS) continue;
    const next = endOfScan(file, place);
    kept.push(file.subarray(place, next));
    place = next;
    // A camera that was cut off writes no end; what there is of the picture is shown all the same.
    if (place + 2 > file.length) return concat([...kept.toSpliced(1, 0, orientationSegment(orientation))]);
    if (view.getUint8(place + 1) !== EOI) continue;
    return concat([...kept.toSpliced(1, 0, orientationSegment(orientation)), Uint8Array.of(0xff, EOI)]);
  }
  return undefined;
}

/** All but what applications add; of that only the colours (ICC), the frame (JFIF) and how colours are coded (Adobe). */
function isPicture(marker: number, segment: Uint8Array): boolean {
  if (marker === COM) return false;
  if (marker < APP0 || marker > APP15) return true;
  if (marker === APP2) return textAt(segment, 4, 11) === 'ICC_PROFILE';
  return marker === APP0 ? textAt(segment, 4, 4) === 'JFIF' : marker === APP14;
}

/** Where the next marker stands behind the coded picture: FF00 is a byte of it, FFD0 to FFD7 only count its parts. */
function endOfScan(file: Uint8Array, start: number): number {
  for (let place = start; place + 1 < file.length; place += 1) {
    if (file[place] !== 0xff) continue;
    const next = file[place + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return place;
  }
  return file.length;
}

const ORIENTATION_TAG = 0x0112;

/** 1 to 8 as in TIFF 6.0; undefined when the segment says nothing of it. */
function findOrientation(segment: Uint8Array): number | undefined {
  if (textAt(segment, 4, 4) !== 'Exif') return undefined;
  const tiff = viewOf(segment.subarray(10));
  if (tiff.byteLength < 14) return undefined;
  const isLittle = tiff.getUint16(0) === 0x4949;
  const first = tiff.getUint32(4, isLittle);
  if (first + 2 > tiff.byteLength) return undefined;
  const count = tiff.getUint16(first, isLittle);
  for (let index = 0; index < count; index += 1) {
    const entry = first + 2 + index * 12;
    if (entry + 12 > tiff.byteLength) return undefined;
    if (tiff.getUint16(entry, isLittle) === ORIENTATION_TAG) return tiff.getUint16(entry + 8, isLittle);
  }
  return undefined;
}

/** An Exif segment that says which side is up and nothing else; empty where that goes without saying. */
function orientationSegment(orientation: number): Uint8Array {
  if (orientation <= 1 || orientation > 8) return new Uint8Array();
  const head = [0xff, APP1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0];
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  return Uint8Array.from([...head, ...tiff]);
}

const PNG_TOLD: readonly string[] = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME'];
const PNG_SIGNATURE_BYTES = 8;

function stripPng(file: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const view = viewOf(file);
  const kept = [file.subarray(0, PNG_SIGNATURE_BYTES)];
  for (let place = PNG_SIGNATURE_BYTES; place + 12 <= file.length; ) {
    const end = place + 12 + view.getUint32(place);
    if (end > file.length) return undefined;
    const name = textAt(file, place + 4, 4);
    if (!PNG_TOLD.includes(name)) kept.push(file.subarray(place, end));
    if (name === 'IEND') return concat(kept);
    place = end;
  }
  return undefined;
}

const WEBP_TOLD: readonly string[] = ['EXIF', 'XMP '];
const RIFF_HEAD_BYTES = 12;
/** Bits of the extended header that say that there are an EXIF and an XMP chunk. */
const WEBP_TOLD_BITS = 0x0c;

function stripWebp(file: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const view = viewOf(file);
  const riffEnd = 8 + view.getUint32(4, true);
  if (riffEnd > file.length) return undefined;
  const kept = [file.subarray(0, RIFF_HEAD_BYTES)];
  let place = RIFF_HEAD_BYTES;
  while (place + 8 <= riffEnd) {
    const length = view.getUint32(place + 4, true);
    const end = place + 8 + length + (length % 2);
    if (end > riffEnd) return undefined;
    if (!WEBP_TOLD.includes(textAt(file, place, 4))) kept.push(file.subarray(place, end));
    place = end;
  }
  const whole = concat(kept);
  viewOf(whole).setUint32(4, whole.length - 8, true);
  if (textAt(whole, RIFF_HEAD_BYTES, 4) === 'VP8X') whole[20] = (whole[20] ?? 0) & ~WEBP_TOLD_BITS;
  return whole;
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const textAt = (bytes: Uint8Array, place: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(place, place + length));

function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
