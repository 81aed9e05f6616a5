// Opens the real browser with a profile folder, as a person's tablet has one: what a page stored is there again when the
// same folder is opened later.

import { type BrowserContext, chromium } from 'playwright-core';
import { filmFlags } from './film-of-code.ts';
import { ensureBrowser } from './install-browser.ts';

export type LaunchOptions = {
  /** Kept after closing. Without it the profile is a temporary one that goes away with the browser. */
  readonly userDataDir?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly locale?: string;
  readonly colorScheme?: 'light' | 'dark';
  /** A film that the camera sees, allowed to every page; see `film-of-code.ts`. */
  readonly film?: string;
};

/** A tablet in landscape: what most people here hold. */
const tablet = { width: 1280, height: 800 };

/** Nothing may leave the machine or talk in the background: a journey's network is exactly what the page asks for. */
const quietFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=SpareRendererForSitePerProcess',
];

export async function launchBrowser(options: LaunchOptions = {}): Promise<BrowserContext> {
  const { userDataDir = '', viewport = tablet, locale = 'it-IT', colorScheme = 'light', film } = options;
  return chromium.launchPersistentContext(userDataDir, {
    executablePath: ensureBrowser(film === undefined ? 'pages' : 'camera'),
    headless: true,
    // Chromium's sandbox refuses to run as root, and only then is it given up.
    chromiumSandbox: process.getuid?.() !== 0,
    args: film === undefined ? quietFlags : [...quietFlags, ...filmFlags(film)],
    ...(film !== undefined && { permissions: ['camera'] }),
    viewport,
    locale,
    colorScheme,
    // Without a graphics card every moving picture is drawn by the processor, of which a journey has little.
    reducedMotion: 'reduce',
    timezoneId: 'Europe/Rome',
  });
}
