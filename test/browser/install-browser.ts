// Brings a browser to a machine that has none. What it runs is shown as it runs: minutes of silence look like a hang.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { BROWSER_NEEDS, type BrowserNeed, findBrowser } from './find-browser.ts';

/** The path of a browser, installed if need be. Throws one sentence that says what to do where that is impossible. */
export function ensureBrowser(need: BrowserNeed): string {
  const before = findBrowser(need);
  if (before.type === 'wrong') throw new Error(before.sentence);
  if (before.type === 'found') return before.path;
  installBrowser();
  const after = findBrowser(need);
  if (after.type === 'found') return after.path;
  throw new Error('The journeys need Chrome or Chromium: install one, or set CHROMIUM_PATH to it.');
}

/** All that the tests will ask for, so that none of them waits for a download. */
export function ensureBrowsers(): void {
  for (const need of BROWSER_NEEDS) ensureBrowser(need);
}

function installBrowser(): void {
  if (process.getuid?.() === 0 && isDebian()) {
    if (run('apt-get', ['update']) && (install('chromium', 'chromium-headless-shell') || install('chromium'))) return;
  }
  const playwright = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  run(process.execPath, [playwright, 'install', 'chromium']);
}

/** Older releases of Debian have the whole browser only. */
const install = (...names: string[]): boolean => run('apt-get', ['install', '-y', '--no-install-recommends', ...names]);

/** Debian itself: what its relatives call `chromium` may be an empty hull that wants another package manager. */
function isDebian(): boolean {
  const release = '/etc/os-release';
  return existsSync(release) && /^ID=debian$/m.test(readFileSync(release, 'utf8'));
}

function run(command: string, parameters: string[]): boolean {
  process.stdout.write(`No browser yet: ${command} ${parameters.join(' ')}\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, parameters, { stdio: 'inherit', env }).status === 0;
}
