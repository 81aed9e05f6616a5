// Looks for texts in every file of a browser profile, in the forms in which one could have been written down.

import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

export type Found = { readonly text: string; readonly form: string; readonly file: string };

export async function scanProfile(folder: string, texts: readonly string[]): Promise<Found[]> {
  const patterns = texts.flatMap((text) => formsOf(text).map(({ form, bytes }) => ({ text, form, bytes })));
  const found: Found[] = [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const content = await readFile(path);
    for (const { text, form, bytes } of patterns) {
      if (content.includes(bytes)) found.push({ text, form, file: relative(folder, path) });
    }
  }
  return found;
}

function formsOf(text: string): { form: string; bytes: Buffer }[] {
  const utf8 = Buffer.from(text, 'utf8');
  const utf16 = Buffer.from(text, 'utf16le');
  return [
    { form: 'UTF-8', bytes: utf8 },
    { form: 'UTF-16LE', bytes: utf16 },
    ...base64Forms(utf8).map((bytes) => ({ form: 'base64 of UTF-8', bytes })),
    ...base64Forms(utf16).map((bytes) => ({ form: 'base64 of UTF-16LE', bytes })),
  ];
}

/**
 * A text inside something longer starts at any of three places of a base64 group. The letters at both ends depend on the
 * neighbours too, so only those in between are looked for.
 */
function base64Forms(bytes: Buffer): Buffer[] {
  return [0, 1, 2].map((lead) => {
    const encoded = Buffer.concat([Buffer.alloc(lead), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const from = lead === 0 ? 0 : lead + 1;
    const sure = Math.floor(((lead + bytes.length) * 8) / 6);
    return Buffer.from(encoded.slice(from, sure), 'ascii');
  });
}
