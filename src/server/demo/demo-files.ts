import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import type { CreateChange } from '../../domain/change.ts';
import { fileKindOn } from '../../domain/file-kinds.ts';
import type { FileType } from '../../domain/file-type.ts';
import { Id } from '../../domain/primitives.ts';
import type { DemoRandom } from './demo-random.ts';

/** Drawn and written here, so that the demonstration shows photos and documents without anybody's. */
export type DemoFile = { readonly bytes: Buffer; readonly change: CreateChange };

const WIDTH = 960;
const HEIGHT = 640;

type DemoWish = {
  readonly record: string;
  readonly name: string;
  readonly atMs: number;
  /** What it hangs on, where that is no record of a person. */
  readonly on?: 'practice';
};

/** A house by day; `hue` paints its walls otherwise, so that no two are the same file. */
export function createDemoPhoto(random: DemoRandom, wish: DemoWish, hue: number): DemoFile {
  const bytes = drawHouse(hue);
  return { bytes, change: attach(random, wish, bytes, 'image/png', { width: WIDTH, height: HEIGHT }) };
}

/** One page of plain text. */
export function createDemoDocument(random: DemoRandom, wish: DemoWish, lines: readonly string[]): DemoFile {
  const bytes = writePdf(lines);
  return { bytes, change: attach(random, wish, bytes, 'application/pdf', {}) };
}

function attach(
  random: DemoRandom,
  { record, name, atMs, on }: DemoWish,
  bytes: Buffer,
  fileType: FileType,
  more: { readonly width?: number; readonly height?: number },
): CreateChange {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    id: Id.parse(random.id(atMs)),
    recordId: Id.parse(random.id(atMs)),
    kind: fileKindOn(on ?? ''),
    at: new Date(atMs).toISOString(),
    type: 'create',
    fields: { record, name, fileType, bytes: bytes.length, sha256, ...more },
  };
}

type Colour = readonly [number, number, number];

function colourAt(x: number, y: number, walls: Colour): Colour {
  const isIn = (left: number, top: number, right: number, bottom: number) =>
    x >= left && x < right && y >= top && y < bottom;
  if (isIn(440, 400, 520, 540)) return [96, 64, 40];
  if (isIn(330, 330, 410, 400) || isIn(550, 330, 630, 400)) return [190, 220, 240];
  if (isIn(280, 280, 680, 540)) return walls;
  // The roof: a triangle on the walls.
  if (y >= 150 && y < 280 && Math.abs(x - 480) < (y - 150) * 1.85) return [150, 70, 50];
  if (y >= 540) return [120, 160, 90];
  return [150 + Math.round(y / 8), 195 + Math.round(y / 16), 235];
}

/** PNG, https://www.w3.org/TR/png-3/: 8 bits of red, green and blue, no filter. */
function drawHouse(hue: number): Buffer {
  const walls: Colour = [200 + (hue % 5) * 10, 180 + (hue % 7) * 8, 130 + (hue % 11) * 10];
  const rows = Buffer.alloc(HEIGHT * (1 + WIDTH * 3));
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) rows.set(colourAt(x, y, walls), y * (1 + WIDTH * 3) + 1 + x * 3);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.of())]);
}

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** The smallest PDF that every viewer opens: one A4 page in Helvetica. */
function writePdf(lines: readonly string[]): Buffer {
  const shown = lines.map((line, index) => `${index === 0 ? '' : '0 -24 Td '}(${line.replace(/[()\\]/g, '\\$&')}) Tj`);
  const content = `BT /F1 14 Tf 72 760 Td ${shown.join(' ')} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  text += `${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
