import { type Browser, chromium } from 'playwright-core';
import { ensureBrowser } from '../../browser/install-browser.ts';

/** The machine's Chromium, without its background traffic. */
export function openBrowser(filmArgs: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: ensureBrowser(filmArgs.length === 0 ? 'pages' : 'camera'),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...filmArgs,
    ],
  });
}
