import { encodeQR } from 'qr';

/** The quiet edge that ISO/IEC 18004 asks for around the code, in modules. */
const QUIET_MODULES = 4;

/**
 * A QR code of `text` as an SVG path in a square of `size` modules, the quiet edge included: one rectangle a run of dark modules.
 * Medium error correction: 15 % of a creased or wet card may be unreadable.
 */
export function qrPath(text: string): { readonly path: string; readonly size: number } {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET_MODULES });
  const runs = rows.flatMap((row, y) => darkRuns(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`));
  return { path: runs.join(''), size: rows.length };
}

/** Start and length of each unbroken dark part of a row. */
function darkRuns(row: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  row.forEach((isDark, x) => {
    if (!isDark) return;
    const last = runs.at(-1);
    if (last !== undefined && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  });
  return runs;
}
