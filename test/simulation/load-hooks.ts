import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { PLANTED_BUGS } from './planted-bugs.ts';

/**
 * How the simulated process loads the product: as it is, but for the files that speak SQL or use other threads, which come from
 * test/simulation/store, and for one planted bug when one is asked for. Nothing under src knows of this.
 */
const SUBSTITUTED = new Map([
  ...[
    'read-page',
    'read-shared',
    'files',
    'uploads',
    'read-receipt',
    'sessions',
    'devices',
    'accounts',
    'guests',
    'invitations',
    'attempts',
    'in-municipality',
    'municipalities',
    'attention',
    'read-standings',
    'manage-accounts',
    'vaults',
    'hold-changes',
    'settle-attention',
  ].map((name) => [`/src/server/store/${name}.ts`, `./store/${name}.ts`] as const),
  ['/src/server/auth/secret-hash.ts', './store/secret-hash.ts'] as const,
]);

/** Limits made so small that a seed of fifty changes meets them: pages, batches, segments, compaction. */
const SCALED = [
  ['/src/protocol/pull.ts', 'PULL_RECORDS_MAX = 1_000', 'PULL_RECORDS_MAX = 6'],
  ['/src/protocol/push.ts', 'PUSH_CHANGES_MAX = 500', 'PUSH_CHANGES_MAX = 4'],
  ['/src/domain/file-pieces.ts', 'PIECE_BYTES = 256 * 1024', 'PIECE_BYTES = 64'],
  ['/src/device/segments.ts', 'SEGMENT_RECORDS_MAX = 1_000', 'SEGMENT_RECORDS_MAX = 5'],
  ['/src/device/compact-segments.ts', 'SMALL_SEGMENTS_MAX = 32', 'SMALL_SEGMENTS_MAX = 6'],
  ['/src/sync/sync-machine.ts', 'SLOW_COUNT_MIN = 16', 'SLOW_COUNT_MIN = 2'],
] as const;

/**
 * fake-indexeddb keeps the opening of databases in a line; a tab that dies in the middle must not hold it up for ever, nor the connection
 * that it was about to have.
 */
const OPENING = [
  { from: 'queue.then(task)', to: 'Promise.race([queue.then(task), globalThis.simulatedDeath()])' },
  { from: 'new FDBDatabase(db)', to: 'globalThis.simulatedConnection(new FDBDatabase(db), databases)' },
];

const ROOT = join(import.meta.dirname, '../..');

export function installLoadHooks(bugName: string | undefined): void {
  const bug = bugName === undefined ? undefined : PLANTED_BUGS.find(({ name }) => name === bugName);
  if (bugName !== undefined && bug === undefined) throw new Error(`no such planted bug: ${bugName}`);
  // What the product fetches late would be fetched without its bug, and nobody would hear of it.
  for (const { file, from, to } of bug?.patches ?? [])
    replaceOnce(readFileSync(join(ROOT, file), 'utf8'), from, to, file);
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier === 'dexie')
        return next(new URL('../../node_modules/dexie/dist/modern/dexie.mjs', import.meta.url).href, context);
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
        const source = OPENING.reduce((text, { from, to }) => replaceOnce(text, from, to, url), String(loaded.source));
        return { ...loaded, source };
      }
      const scaled = SCALED.filter(([file]) => url.endsWith(file)).map(([file, from, to]) => ({ file, from, to }));
      const patches = [...scaled, ...(bug?.patches.filter(({ file }) => url.endsWith(`/${file}`)) ?? [])];
      if (patches.length === 0) return loaded;
      let source = String(loaded.source);
      for (const { file, from, to } of patches) {
        source = replaceOnce(source, from, to, file);
      }
      return { ...loaded, source };
    },
  });
}

function replaceOnce(source: string, from: string, to: string, where: string): string {
  if (!source.includes(from)) throw new Error(`${where} does not hold what is to be replaced: ${from}`);
  return source.replace(from, () => to);
}
