import { decodeQR } from 'qr/decode.js';
import { expect, test } from 'vitest';
import { qrPath } from '../../src/ui/qr-path.ts';

const PIXELS_PER_MODULE = 4;

test.each(['TC-7K3M9QXT2B4W8RZN5V1A', 'https://taccuino.example/e#segreto-lungo_0123456789', 'è ünïcode'])(
  'what stands in the drawn code is read from its pixels: %s',
  (text) => {
    expect(decodeQR(pathToPixels(qrPath(text)))).toBe(text);
  },
);

/** Draws the path as a camera would see it: every `M x y h length` is a run of dark modules of height one. */
function pathToPixels({ path, size }: { path: string; size: number }) {
  const width = size * PIXELS_PER_MODULE;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let row = Number(y) * PIXELS_PER_MODULE; row < (Number(y) + 1) * PIXELS_PER_MODULE; row += 1) {
      const from = row * width + Number(x) * PIXELS_PER_MODULE;
      for (let pixel = from; pixel < from + Number(length) * PIXELS_PER_MODULE; pixel += 1) {
        data.fill(0, pixel * 4, pixel * 4 + 3);
      }
    }
  }
  return { width, height: width, data };
}
