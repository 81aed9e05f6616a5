// From the text of an import to what it means: one of our files, a package, or a part of Node.

import { posix } from 'node:path';

export type Target =
  | { readonly type: 'file'; readonly path: string }
  | { readonly type: 'package'; readonly name: string }
  | { readonly type: 'node'; readonly name: string }
  /** Something that a bundler invents: we use none. */
  | { readonly type: 'virtual'; readonly name: string };

export function resolveImport(from: string, specifier: string): Target {
  if (specifier.startsWith('.')) return { type: 'file', path: posix.join(posix.dirname(from), specifier) };
  if (specifier.startsWith('/')) return { type: 'file', path: specifier.slice(1) };
  if (specifier.startsWith('node:')) return { type: 'node', name: specifier };
  if (specifier.includes(':')) return { type: 'virtual', name: specifier };
  return { type: 'package', name: packageOf(specifier) };
}

/** `@scope/name/deep/file.js` → `@scope/name`. */
function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

/** `src/domain/kinds/service.ts` → `domain`; undefined for what lies outside src/ or directly in it. */
export function roomOf(path: string): string | undefined {
  const [top, room, ...rest] = path.split('/');
  return top === 'src' && rest.length > 0 ? room : undefined;
}

/** `src/features/people/List.tsx` → `people`; undefined for the files directly in src/features/, which all may share. */
export function featureOf(path: string): string | undefined {
  const [, room, feature, ...rest] = path.split('/');
  return room === 'features' && rest.length > 0 ? feature : undefined;
}
