// The next version, made from the one that is built: every script has another name and the page another revision, as after
// a real change. What the new version does not list, the server no longer has.

import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type SecondBuild = { readonly folder: string; readonly remove: () => Promise<void> };

export async function makeSecondBuild(builtApp: string): Promise<SecondBuild> {
  const folder = await mkdtemp(join(tmpdir(), 'taccuino-next-'));
  await cp(builtApp, folder, { recursive: true });
  const assets = join(folder, 'assets');
  const scripts = (await readdir(assets)).filter((name) => name.endsWith('.js'));
  const renamed = scripts.map((name) => [name, name.replace(/\.js$/, 'next.js')] as const);
  const texts = ['index.html', 'service-worker.js', ...scripts.map((name) => join('assets', name))];
  for (const path of texts) {
    let text = await readFile(join(folder, path), 'utf8');
    for (const [before, after] of renamed) text = text.replaceAll(before, after);
    if (path === 'service-worker.js') text = withNewPage(text);
    await writeFile(join(folder, path), text);
  }
  for (const [before, after] of renamed) await rename(join(assets, before), join(assets, after));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** The list of the worker knows the page by its revision. */
function withNewPage(worker: string): string {
  const page = /("revision":")[^"]+(","url":"index\.html")/;
  if (!page.test(worker)) throw new Error('the service worker lists no index.html');
  return worker.replace(page, '$1next$2');
}
