import { registerHooks } from 'node:module';
import { PLANTED_BUGS } from './planted-bugs.ts';

/**
 * How the simulated process loads the product: as it is, but for the files that speak SQL or use other threads, which come from
 * test/simulation/store, and for one planted bug when one is asked for. Nothing under src knows of this.
 */
const SUBSTITUTED = new Map([
  ...['read-page', 'read-receipt', 'sessions', 'devices', 'accounts', 'attempts', 'in-municipality', 'municipalities'].map(
    (name) => [`/src/server/store/${name}.ts`, `./store/${name}.ts`] as const,
  ),
  ['/src/server/auth/secret-hash.ts', './store/secret-hash.ts'] as const,
]);

/** fake-indexeddb keeps the opening of databases in a line; a tab that dies in the middle must not hold it up for ever. */
const OPENING = { from: 'queue.then(task)', to: 'Promise.race([queue.then(task), globalThis.simulatedDeath()])' };

export function installLoadHooks(bugName: string | undefined): void {
  const bug = bugName === undefined ? undefined : PLANTED_BUGS.find(({ name }) => name === bugName);
  if (bugName !== undefined && bug === undefined) throw new Error(`no such planted bug: ${bugName}`);
  const planted = new Set<string>();
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier === 'dexie') return next(new URL('../../node_modules/dexie/dist/modern/dexie.mjs', import.meta.url).href, context);
      const resolved = next(specifier, context);
      const path = new URL(resolved.url).pathname;
      for (const [suffix, substitute] of SUBSTITUTED) {
        if (path.endsWith(suffix)) return { ...resolved, url: new URL(substitute, import.meta.url).href };
      }
      return resolved;
    },
    load(url, context, next) {
      const loaded = next(url, context);
      if (url.endsWith('/fake-indexeddb/build/esm/FDBFactory.js')) {
        return { ...loaded, source: replaceOnce(String(loaded.source), OPENING.from, OPENING.to, url) };
      }
      const patches = bug?.patches.filter(({ file }) => url.endsWith(`/${file}`)) ?? [];
      if (patches.length === 0) return loaded;
      let source = String(loaded.source);
      for (const { file, from, to } of patches) {
        source = replaceOnce(source, from, to, file);
        planted.add(file);
      }
      return { ...loaded, source };
    },
  });
}

function replaceOnce(source: string, from: string, to: string, where: string): string {
  const text = source.includes(from) ? source : undefined;
  if (text === undefined) throw new Error(`${where} does not hold what is to be replaced: ${from}`);
  return text.replace(from, () => to);
}
