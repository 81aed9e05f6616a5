import { mkdir, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { err, ok, type Result } from '../../domain/result.ts';
import { APP_ROLE, DATABASE_NAME, OWNER_ROLE, writeClusterSettings } from './cluster-settings.ts';
import { lockDataFolder } from './data-folder-lock.ts';
import { findFreePort } from './free-port.ts';
import { keepPostmaster } from './keep-postmaster.ts';
import {
  type EmbeddedPostgresFailure,
  errorCode,
  fileErrorToFailure,
  folderUnwritable,
  type PostgresLog,
} from './postgres-failure.ts';
import { prepareCluster } from './prepare-cluster.ts';

/**
 * A real PostgreSQL inside the server's own data folder, for whoever has no database server.
 *
 * Promises: one server per folder; nothing half-made, ever; what was committed survives the end of any process and of the power;
 * a start after any of these needs nobody's help. What it finds wrong it says in one sentence.
 * Deliberately not: pooling, migrations, backup, or a database that other machines can reach.
 *
 * <dataDir>/postgres                 the cluster, its logs in postgres/log
 * <dataDir>/postgres-passwords.json  of the two roles, mode 0600; made anew if lost
 * <dataDir>/server.lock              held while a server runs; server.holder.json says by whom
 */
export type EmbeddedPostgres = {
  /** Runs migrations: owns the database, bypasses nothing. */
  readonly ownerUrl: string;
  /** Serves requests: owns nothing, so that row-level security applies. */
  readonly appUrl: string;
  readonly port: number;
  readonly startedInMs: number;
  /** Resolves if PostgreSQL ended by itself and could not be started again: the server should say so and end. */
  readonly lost: Promise<EmbeddedPostgresFailure>;
  /** Ends PostgreSQL in order and lets the folder go. Safe to call twice. */
  stop(): Promise<void>;
};

export type EmbeddedPostgresOptions = {
  readonly dataDir: string;
  /** Without it, any free port, another one at each start. */
  readonly port?: number;
  readonly log: PostgresLog;
};

export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<Result<EmbeddedPostgres, EmbeddedPostgresFailure>> {
  const startedAt = performance.now();
  const lock = await openDataFolder(resolve(options.dataDir));
  if (!lock.ok) return lock;
  // The real path, because the leftovers of a killed server are recognised by it.
  const dataDir = await realpath(options.dataDir);
  const started = await startInFolder({ ...options, dataDir }).catch((bug: unknown) => {
    lock.value.release();
    throw bug;
  });
  if (!started.ok) {
    lock.value.release();
    return started;
  }
  const { port, passwords, keeper } = started.value;
  const url = (role: string, password: string) => `postgres://${role}:${password}@127.0.0.1:${port}/${DATABASE_NAME}`;
  const startedInMs = Math.round(performance.now() - startedAt);
  options.log('postgres-started', { port, ms: startedInMs });
  let stopping: Promise<void> | undefined;
  return ok({
    ownerUrl: url(OWNER_ROLE, passwords.owner),
    appUrl: url(APP_ROLE, passwords.app),
    port,
    startedInMs,
    lost: keeper.lost,
    stop: () => {
      stopping ??= keeper.stop().finally(() => lock.value.release());
      return stopping;
    },
  });
}

async function openDataFolder(dataDir: string) {
  try {
    // As root another account has to pass through to the cluster; every file inside has a closed mode of its own.
    await mkdir(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  } catch (error) {
    // What Node's recursive mkdir says of a read-only disk, and of a link that leads nowhere.
    if (errorCode(error) === 'ENOENT') return err(folderUnwritable(dataDir, 'it cannot be made'));
    return err(fileErrorToFailure(error, dataDir));
  }
  return await lockDataFolder(dataDir);
}

async function startInFolder(options: EmbeddedPostgresOptions) {
  try {
    return await prepareAndRun(options);
  } catch (error) {
    return err(fileErrorToFailure(error, options.dataDir));
  }
}

async function prepareAndRun({ dataDir, port, log }: EmbeddedPostgresOptions) {
  const place = await prepareCluster({ dataDir, clusterDir: join(dataDir, 'postgres'), port, log });
  if (!place.ok) return place;
  const { passwords, ...ready } = place.value;
  await writeClusterSettings(ready.clusterDir, ready.account);
  for (let attempt = 1; ; attempt++) {
    const chosenPort = port ?? (await findFreePort());
    const keeper = await keepPostmaster(ready, chosenPort, log);
    if (keeper.ok) return ok({ port: chosenPort, passwords, keeper: keeper.value });
    const mayChooseAgain = port === undefined && keeper.error.type === 'PortTaken' && attempt < PORT_ATTEMPTS_MAX;
    if (!mayChooseAgain) return keeper;
  }
}

/** A free port can be lost between finding and using it. */
const PORT_ATTEMPTS_MAX = 3;
