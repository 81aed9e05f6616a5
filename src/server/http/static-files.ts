import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { sqlState } from '../store/in-municipality.ts';

/**
 * The built app, read into memory once: no path of a request ever reaches the file system, and each file is compressed once.
 * A hashed asset never changes; everything else is asked for again each time, so that an update is seen.
 */
export type StaticFiles = {
  /** The file at this path; for a path of the app itself, its own page (`/verify` → verify.html) or index.html. */
  find(path: string, headers: Headers): Response | undefined;
};

type StaticFile = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly zipped: Uint8Array<ArrayBuffer> | undefined;
  readonly headers: Record<string, string>;
};

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
const ZIPPED_TYPES = /^(text|application\/(json|manifest|wasm)|image\/svg)/;
/** Vite puts files named by the hash of their content here. */
const HASHED = /^\/assets\/.+-[\w-]{8,}\.\w+$/;

const zip = promisify(gzip);

/** Undefined when the app was not built. */
export async function loadStaticFiles(folder: string): Promise<StaticFiles | undefined> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (sqlState(error) === 'ENOENT') return [];
    throw error;
  });
  const filesByPath = new Map<string, StaticFile>();
  for (const entry of names.filter((found) => found.isFile() && !found.name.endsWith('.map'))) {
    const full = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, full).split(sep).join('/')}`;
    filesByPath.set(path, await loadFile(path, full));
  }
  const index = filesByPath.get('/index.html');
  if (index === undefined) return undefined;
  return {
    find(path, headers) {
      const page = extname(path) === '' ? (filesByPath.get(`${path}.html`) ?? index) : undefined;
      const file = filesByPath.get(path) ?? page;
      return file && fileToResponse(file, headers);
    },
  };
}

async function loadFile(path: string, full: string): Promise<StaticFile> {
  const bytes = new Uint8Array(await readFile(full));
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  const zipped = ZIPPED_TYPES.test(type) ? new Uint8Array(await zip(bytes, { level: 9 })) : undefined;
  return {
    bytes,
    zipped: zipped !== undefined && zipped.length < bytes.length ? zipped : undefined,
    headers: {
      'content-type': type,
      'cache-control': HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
      vary: 'Accept-Encoding',
    },
  };
}

function fileToResponse({ bytes, zipped, headers }: StaticFile, asked: Headers): Response {
  const tags = (asked.get('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (tags.includes(headers.etag ?? '')) return new Response(null, { status: 304, headers });
  const takesGzip = /\bgzip\b/.test(asked.get('accept-encoding') ?? '');
  if (zipped === undefined || !takesGzip) return new Response(bytes, { headers });
  return new Response(zipped, { headers: { ...headers, 'content-encoding': 'gzip' } });
}
