// How heavy the app may be, after gzip (targets: JavaScript before unlock 60 kB, everything kept for offline use 600 kB).
// "Before unlock" is followed through the build's own manifest: the entry with all it imports, its workers, and those lazy
// parts that a locked tablet opens. A size that grows past a limit is a decision, taken here with its reason.

import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Lazy parts that are shown while the tablet is still locked. */
const shownWhileLocked = /^src\/features\/(enrol|sign-in|unlock)/;

const Chunk = z.object({
  file: z.string(),
  imports: z.array(z.string()).default([]),
  dynamicImports: z.array(z.string()).default([]),
  assets: z.array(z.string()).default([]),
});
const manifest = z.record(z.string(), Chunk).parse(JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8')));

function scriptsFrom(name: string, seen = new Set<string>()): string[] {
  const chunk = manifest[name];
  if (chunk === undefined || seen.has(name)) return [];
  seen.add(name);
  const workers = chunk.assets.filter((file) => file.endsWith('.js'));
  const lazy = chunk.dynamicImports.filter((source) => shownWhileLocked.test(source));
  return [chunk.file, ...workers, ...[...chunk.imports, ...lazy].flatMap((next) => scriptsFrom(next, seen))];
}

export default [
  {
    name: 'JavaScript before unlock',
    path: [...new Set(scriptsFrom('index.html'))].map((file) => `dist/${file}`),
    gzip: true,
    limit: '60 kB',
  },
  {
    name: 'Everything kept for offline use',
    path: ['dist/index.html', 'dist/icon.svg', 'dist/manifest.webmanifest', 'dist/assets/**/*.{js,css,woff2,wasm,svg}'],
    gzip: true,
    limit: '600 kB',
  },
];
