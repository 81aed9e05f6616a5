// How heavy the app may be, after gzip (targets: JavaScript of the lock screen 60 kB, everything kept for offline use 600 kB).
// The lock screen is followed through the build's own manifest: the entry with all it imports, and those lazy
// parts that the lock screen of an enrolled tablet opens: who enrols or signs in has a network. A size that grows past a limit is a decision, taken here with its reason.

import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Lazy parts that are shown while the tablet is still locked. */
const shownWhileLocked = /^src\/features\/unlock/;

const Chunk = z.object({
  file: z.string(),
  imports: z.array(z.string()).default([]),
  dynamicImports: z.array(z.string()).default([]),
});
const manifest = z.record(z.string(), Chunk).parse(JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8')));

function scriptsFrom(name: string, seen = new Set<string>()): string[] {
  const chunk = manifest[name];
  if (chunk === undefined || seen.has(name)) return [];
  seen.add(name);
  const lazy = chunk.dynamicImports.filter((source) => shownWhileLocked.test(source));
  return [chunk.file, ...[...chunk.imports, ...lazy].flatMap((next) => scriptsFrom(next, seen))];
}

export default [
  {
    name: 'JavaScript of the lock screen',
    path: [...new Set(scriptsFrom('index.html'))].map((file) => `dist/${file}`),
    gzip: true,
    limit: '60 kB',
  },
  {
    // Starts when the password is given, beside a lock screen that is already in use; 9 kB of it are Argon2 itself.
    name: 'Key derivation worker',
    path: 'dist/assets/argon2-worker-*.js',
    gzip: true,
    limit: '12 kB',
  },
  {
    name: 'Everything kept for offline use',
    path: ['dist/index.html', 'dist/icon.svg', 'dist/manifest.webmanifest', 'dist/assets/**/*.{js,css,woff2,wasm,svg}'],
    gzip: true,
    limit: '600 kB',
  },
];
