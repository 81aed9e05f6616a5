// How heavy the app may be, after gzip: the targets themselves. Before unlock there is nearly no room: whatever a locked screen does not
// need (dates, the words inside) stays out of the first file. What an enrolled tablet's lock screen loads is followed through
// the build's own manifest; enrolling and signing in come later and have a network.

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

const lockScreen = [...new Set(scriptsFrom('index.html'))].map((file) => `dist/${file}`);

/** Fetched once the lock screen stands and can be used: carries locked vaults' work to the server. Nobody waits for it; weighed all the same. */
const workWhileLocked = [
  ...new Set(['src/app/locked-work.tsx', 'src/device/locked-mail.ts'].flatMap((name) => scriptsFrom(name))),
]
  .map((file) => `dist/${file}`)
  .filter((path) => !lockScreen.includes(path));

/** A volunteer's phone at an event, in one language: the first file is the lock screen's, the rest it loads before it can count. */
const guestStart = [
  ...new Set(
    ['index.html', 'src/app/GuestStart.tsx', 'src/device/unlock-vault.ts', 'src/i18n/guest/ara.ts'].flatMap((name) =>
      scriptsFrom(name),
    ),
  ),
].map((file) => `dist/${file}`);

export default [
  { name: 'JavaScript of the lock screen', path: lockScreen, gzip: true, limit: '53 kB' },
  {
    name: 'JavaScript before unlock, with the key derivation worker',
    path: [...lockScreen, 'dist/assets/argon2-worker-*.js'],
    gzip: true,
    limit: '60 kB',
  },
  { name: 'JavaScript that works in the background while locked', path: workWhileLocked, gzip: true, limit: '37 kB' },
  {
    name: 'JavaScript of the public page that checks a certificate',
    path: 'dist/assets/verify-*.js',
    gzip: true,
    limit: '42 kB',
  },
  { name: 'JavaScript of a volunteer’s phone', path: guestStart, gzip: true, limit: '150 kB' },
  {
    name: 'Everything kept for offline use',
    path: [
      'dist/index.html',
      'dist/icon.svg',
      'dist/manifest.webmanifest',
      'dist/assets/**/*.{js,css,woff2,wasm,svg}',
      '!dist/assets/verify-*',
    ],
    gzip: true,
    limit: '600 kB',
  },
];
