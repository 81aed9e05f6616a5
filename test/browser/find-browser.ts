// A browser for the tests, on any machine. Looked for in this order: CHROMIUM_PATH, Chromium without its windows (the same pages at 60 % of
// the processor's time), a system Chrome or Chromium, the Chromium that Playwright keeps. Where there is none, one is installed: Debian's
// packages as root, else Playwright's download. A CHROMIUM_PATH that leads nowhere stops everything: the person meant that browser and no
// other.

import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

export type BrowserPlaces = {
  readonly env: NodeJS.ProcessEnv;
  readonly isExecutable: (path: string) => boolean;
  readonly playwrightPath: () => string;
};

/** Without its windows Chromium has no camera either. */
export const BROWSER_NEEDS = ['pages', 'camera'] as const;
export type BrowserNeed = (typeof BROWSER_NEEDS)[number];

export type FoundBrowser =
  | { readonly type: 'found'; readonly path: string }
  | { readonly type: 'none' }
  | { readonly type: 'wrong'; readonly sentence: string };

const WINDOWLESS = 'chromium-headless-shell';
/** Names under which the common systems install Chrome and Chromium on the PATH. */
const commandNames = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome'];

/** Where they lie without being on the PATH. */
const knownPaths = [
  '/usr/bin/chromium',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

export function findBrowser(need: BrowserNeed, places: BrowserPlaces = thisMachine()): FoundBrowser {
  const { env, isExecutable } = places;
  const asked = env.CHROMIUM_PATH;
  if (asked !== undefined && asked !== '') {
    return isExecutable(asked)
      ? { type: 'found', path: asked }
      : { type: 'wrong', sentence: `CHROMIUM_PATH is ${asked}, and there is no program there that can be run.` };
  }
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const names = need === 'pages' ? [WINDOWLESS, ...commandNames] : commandNames;
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const path = [...onPath, ...knownPaths, places.playwrightPath()].find(isExecutable);
  return path === undefined ? { type: 'none' } : { type: 'found', path };
}

export function thisMachine(): BrowserPlaces {
  return { env: process.env, isExecutable, playwrightPath: () => chromium.executablePath() };
}

function isExecutable(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // There, but not to be run by us: as good as absent.
    return false;
  }
}
