// One file for the build of the app, its service worker and the tests. JSX needs no preset: `jsxImportSource` in
// tsconfig.json is read by Vite's own transform.

import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { z } from 'zod';
import { createClosingLineReporter } from './test/closing-line-reporter.ts';
import { LongestFirst } from './test/longest-first.ts';

/** Shown on the settings page, so that a person on the phone can say what they have. */
const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync('package.json', 'utf8')));

const accent = '#0066cc';
const ground = '#eef2f7';

/** Suites that start real servers or browsers are slow for good reasons: on two busy cores a boot takes seconds. */
const unitTestTimeoutMs = 20_000;
const serverTestTimeoutMs = 90_000;
/** A thousand seeds take a minute and a half on two cores of their own, and much longer on busy ones. */
const simulationTimeoutMs = 900_000;
const journeyTimeoutMs = 240_000;

/** Two cores: more workers only make each other late. */
const workersMax = 2;
/** Servers wait for their disk a third of the time; the simulation, which waits for nothing, works meanwhile. */
const waitingWorkersMax = 3;

/**
 * Most of a small test file's time went into loading the same modules once more. No module here keeps anything that a test could change, and a
 * file that counts on it fails beside the others; journeys, whose browsers a failure may leave behind, keep a process each.
 */
const isFileAlone = false;

/**
 * The public page that checks a certificate (`vite build --mode verify`): a build of its own beside the app, so that neither waits for a
 * file of the other. The app's service worker keeps nothing of it, because it needs the network.
 */
const publicPage: ViteUserConfig = {
  root: 'src/app/verify',
  publicDir: false,
  build: {
    target: 'es2023',
    outDir: '../../../dist',
    emptyOutDir: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: 'src/app/verify/verify.html' },
  },
};

const app: ViteUserConfig = {
  plugins: [
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/app/worker',
      filename: 'service-worker.ts',
      // The app registers the worker itself (workbox-window) and asks the person before a new version starts.
      registerType: 'prompt',
      injectRegister: false,
      includeManifestIcons: false,
      injectManifest: {
        // What the app needs to open offline (the plugin adds the manifest); the large icons belong to the installer, which fetches them by itself.
        globPatterns: ['index.html', 'icon.svg', 'assets/**/*.{js,css,woff2,wasm,svg}'],
        // Hashed names need no revision in the list, so an unchanged file is never fetched twice.
        dontCacheBustURLsMatching: /^assets\//,
        rollupFormat: 'iife',
      },
      manifest: {
        id: '/',
        name: 'Taccuino',
        short_name: 'Taccuino',
        description: 'Il taccuino del lavoro sul campo: si scrive anche senza rete.',
        lang: 'it',
        dir: 'ltr',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        theme_color: accent,
        background_color: ground,
        categories: ['productivity', 'government'],
        // For the installer's window; taken by `npm run shots -- --only readme`, never part of what is kept for offline.
        screenshots: [
          {
            src: '/screenshots/today-tablet.png',
            sizes: '1280x800',
            type: 'image/png',
            form_factor: 'wide',
            label: 'La giornata di chi lavora in strada',
          },
          {
            src: '/screenshots/review-desktop.png',
            sizes: '1280x800',
            type: 'image/png',
            form_factor: 'wide',
            label: 'Chi coordina valida o rimanda con un commento',
          },
          {
            src: '/screenshots/contact-phone.png',
            sizes: '390x844',
            type: 'image/png',
            form_factor: 'narrow',
            label: 'Un contatto anonimo in tre tocchi, anche senza rete',
          },
        ],
        icons: [
          { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
    }),
  ],
  // Dexie's build for today's browsers: the same library without the code for old ones, which the lock screen would wait for.
  resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
  define: { 'import.meta.env.APP_VERSION': JSON.stringify(version) },
  build: {
    target: 'es2023',
    // Nothing may be inlined as data: or as a script: the Content-Security-Policy allows neither.
    assetsInlineLimit: 0,
    // Nobody names in the first file what a later one leans on: from the second start on everything is here already, and the lists would
    // weigh more than the half kilobyte that the lock screen has to spare.
    modulePreload: { polyfill: false, resolveDependencies: () => [] },
    // Read by size-limit, which follows the entry's imports through it.
    manifest: true,
    // What the lock screen needs is one file: split by who else uses it, it would be nine, and a tenth heavier after gzip.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'index', tags: ['$initial'] }] } } },
  },
  worker: { format: 'es' },
  test: {
    reporters: ['default', createClosingLineReporter()],
    maxWorkers: workersMax,
    // For the programs that tests start: hundreds of times the same server.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'taccuino-compiled') },
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/server/**', 'test/world/**', 'test/journeys/**', 'test/simulation/**'],
          testTimeout: unitTestTimeoutMs,
          hookTimeout: unitTestTimeoutMs,
          isolate: isFileAlone,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'simulation',
          include: ['test/simulation/**/*.test.ts'],
          testTimeout: simulationTimeoutMs,
          // One file, with two threads of its own for its seeds.
          maxWorkers: waitingWorkersMax,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['test/{server,world}/**/*.test.ts'],
          globalSetup: ['./test/server/postgres-cluster.ts'],
          testTimeout: serverTestTimeoutMs,
          hookTimeout: serverTestTimeoutMs,
          isolate: isFileAlone,
          maxWorkers: waitingWorkersMax,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: ['./test/browser/prepare-journeys.ts', './test/journeys/prepare-office.ts'],
          testTimeout: journeyTimeoutMs,
          hookTimeout: journeyTimeoutMs,
          // With its server and its database a journey is a core's work: three side by side were no faster than two.
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
};

export default defineConfig(({ mode }) => (mode === 'verify' ? publicPage : app));
