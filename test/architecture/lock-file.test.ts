// `npm ci` must work on every machine from this one file. Two things have broken it: a registry that does not carry the
// packages of other platforms leaves them out of the lock, which `npm ci` then refuses; and a registry's own address in the
// lock sends everybody there.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const LockedPackage = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
});
const Lock = z.object({ packages: z.record(z.string(), LockedPackage) });

const { packages } = Lock.parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8')));

test('every locked package has its version', () => {
  expect(Object.keys(packages).filter((path) => packages[path]?.version === undefined)).toEqual([]);
});

test('the lock names no registry', () => {
  expect(Object.keys(packages).filter((path) => packages[path]?.resolved !== undefined)).toEqual([]);
});

test('packages for other platforms are locked too', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`node_modules/${name}` in packages || `${path}/node_modules/${name}` in packages),
    ),
  );
  expect(missing).toEqual([]);
});
