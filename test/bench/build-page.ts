// Bundles the bench page as the app is bundled. It is served by the real server under its real Content-Security-Policy.

import { build } from 'vite';

export async function buildPage(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: `${import.meta.dirname}/page`,
    logLevel: 'error',
    build: { target: 'es2023', outDir, emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
    worker: { format: 'es' },
  });
}
