// A code before the camera: Chromium's own fake device shows a film in place of what a lens would see.

import { encodeQR } from 'qr';

/** The film is read when a page opens the camera, so it may be written after the browser has started. */
export const filmFlags = (path: string): string[] => [
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${path}`,
];

export type FilmSize = { readonly width: number; readonly height: number; readonly codeSide: number };
/** In the middle: a narrow page shows, and reads, no more of the picture than that. */
const WIDE: FilmSize = { width: 640, height: 480, codeSide: 280 };

/** One second of the same picture as an uncompressed film (YUV4MPEG2: https://wiki.multimedia.cx/index.php/YUV4MPEG2). */
export function filmOf(text: string, { width, height, codeSide } = WIDE): Buffer {
  const frames = 10;
  const light = Buffer.alloc(width * height, 235);
  const code = encodeQR(text, 'raw', { border: 4 });
  const pixelsPerModule = Math.floor(codeSide / code.length);
  const startOf = (side: number) => Math.floor((side - code.length * pixelsPerModule) / 2);
  const [startX, startY] = [startOf(width), startOf(height)];
  code.forEach((row, y) => {
    row.forEach((isDark, x) => {
      for (let line = 0; isDark && line < pixelsPerModule; line += 1) {
        const from = (y * pixelsPerModule + line + startY) * width + x * pixelsPerModule + startX;
        light.fill(16, from, from + pixelsPerModule);
      }
    });
  });
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, Buffer.alloc((width * height) / 2, 128)]);
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420mpeg2\n`);
  return Buffer.concat([head, ...Array.from({ length: frames }, () => frame)]);
}
