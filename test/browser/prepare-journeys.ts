// Runs once before the journeys: there is a browser, and dist/ is the app as its sources are now. `npm test` has built it
// already; a single journey run by hand builds only when something is newer.

import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowsers } from './install-browser.ts';

const root = join(import.meta.dirname, '../..');
const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];

export default function prepareJourneys(): void {
  ensureBrowsers();
  if (newest(sources) < newest(['dist/index.html'])) return;
  // In a process of its own: the runner's NODE_ENV would give us a service worker in its chatty development form.
  const env = { ...process.env, NODE_ENV: 'production' };
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, env, stdio: 'inherit' });
}

/** The latest change of any of the files, in milliseconds; 0 where there is nothing. */
function newest(names: readonly string[]): number {
  return Math.max(0, ...names.flatMap(filesIn).map((path) => statSync(path).mtimeMs));
}

function filesIn(name: string): string[] {
  const path = join(root, name);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (found.isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
