import { randomUUID } from 'node:crypto';
import { chown, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '../../domain/result.ts';
import { type ClusterPasswords, createClusterPasswords, writeClusterPasswords } from './cluster-passwords.ts';
import { APP_ROLE, DATABASE_NAME, includeClusterSettings, OWNER_ROLE } from './cluster-settings.ts';
import { ensurePostgresRuns } from './postgres-account.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import {
  diskFull,
  type EmbeddedPostgresFailure,
  errorCode,
  FIRST_START_FREE_BYTES_MIN,
  freeBytes,
  postgresFailed,
  postgresOutputToFailure,
} from './postgres-failure.ts';
import { syncFolder } from './replace-file.ts';
import type { PostgresAccount } from './run-as.ts';
import { runCommand } from './run-command.ts';

export type ClusterPlace = {
  readonly dataDir: string;
  readonly clusterDir: string;
  readonly account: PostgresAccount;
  readonly binaries: PostgresBinaries;
};

const DRAFT_PREFIX = 'postgres.new-';

/** The initdb of a server killed a moment ago may still be writing there; it gives up when its folder goes. */
const REMOVAL = { recursive: true, force: true, maxRetries: 20, retryDelay: 50 };

export const isClusterThere = (clusterDir: string): Promise<boolean> =>
  stat(join(clusterDir, 'PG_VERSION')).then(
    () => true,
    (error: unknown) => {
      if (errorCode(error) === 'ENOENT') return false;
      throw error;
    },
  );

/**
 * Makes the cluster with its roles and database in a folder aside and moves it into place when it is whole and on disk;
 * a crash before that leaves a draft that the next start clears away.
 */
export async function createCluster(place: ClusterPlace): Promise<Result<ClusterPasswords, EmbeddedPostgresFailure>> {
  if ((await freeBytes(place.dataDir)) < FIRST_START_FREE_BYTES_MIN) return err(diskFull(place.dataDir));
  const draftDir = join(place.dataDir, `${DRAFT_PREFIX}${randomUUID()}`);
  try {
    await mkdir(draftDir, { mode: 0o700 });
    if (place.account.how !== 'self') await chown(draftDir, place.account.uid, place.account.gid);
    return await fillDraft({ ...place, clusterDir: draftDir }, place.clusterDir);
  } finally {
    await rm(draftDir, REMOVAL);
  }
}

export async function removeClusterDrafts(dataDir: string): Promise<void> {
  const drafts = (await readdir(dataDir)).filter((name) => name.startsWith(DRAFT_PREFIX));
  for (const name of drafts) await rm(join(dataDir, name), REMOVAL);
}

async function fillDraft(
  draft: ClusterPlace,
  finalDir: string,
): Promise<Result<ClusterPasswords, EmbeddedPostgresFailure>> {
  const account = await ensurePostgresRuns(draft.account, draft.binaries, draft.clusterDir);
  if (!account.ok) return account;
  const place = { ...draft, account: account.value };
  const made = await runInitdb(place);
  if (!made.ok) return made;
  const passwords = createClusterPasswords();
  const rolesMade = await runSingleUser(place, [...createRolesSql, ...passwordsSql(passwords)]);
  if (!rolesMade.ok) return rolesMade;
  await includeClusterSettings(place.clusterDir);
  const moved = await moveIntoPlace(place.clusterDir, finalDir);
  if (!moved.ok) return moved;
  await syncFolder(place.dataDir);
  // Last, because a cluster without its passwords gets new ones, while passwords without a cluster would be litter.
  await writeClusterPasswords(place.dataDir, passwords);
  return ok(passwords);
}

/** An empty folder in the way is replaced; anything else there is somebody's and stays. */
async function moveIntoPlace(draftDir: string, finalDir: string) {
  try {
    return ok(await rename(draftDir, finalDir));
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EBUSY'].includes(errorCode(error) ?? '')) throw error;
    return err(postgresFailed(`${finalDir} is there already but holds no database: move it away and start again.`));
  }
}

/** Gives both roles new passwords: for a data folder whose password file was lost. The cluster must not be running. */
export async function resetClusterPasswords(
  place: ClusterPlace,
): Promise<Result<ClusterPasswords, EmbeddedPostgresFailure>> {
  const passwords = createClusterPasswords();
  const done = await runSingleUser(place, passwordsSql(passwords));
  if (!done.ok) return done;
  await writeClusterPasswords(place.dataDir, passwords);
  return ok(passwords);
}

/** The built-in locale orders text the same on every machine: indexes survive an update of the operating system. */
const INITDB_FLAGS = [
  '--username=postgres',
  '--auth=reject',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--data-checksums',
];

async function runInitdb({ dataDir, clusterDir, account, binaries }: ClusterPlace) {
  const { code, output } = await runCommand(account, binaries.initdb, [`--pgdata=${clusterDir}`, ...INITDB_FLAGS]);
  if (code === 0) return ok(undefined);
  return err(await postgresOutputToFailure(dataDir, output, `The database could not be created in ${dataDir}.`));
}

/** The owner may create databases, for rehearsing a restore; the application role may connect, and what migrations grant. */
const createRolesSql = [
  `CREATE ROLE ${OWNER_ROLE} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE CREATEDB`,
  `CREATE ROLE ${APP_ROLE} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB NOINHERIT`,
  `CREATE DATABASE ${DATABASE_NAME} OWNER ${OWNER_ROLE}`,
  `REVOKE ALL ON DATABASE ${DATABASE_NAME} FROM PUBLIC`,
  `GRANT CONNECT ON DATABASE ${DATABASE_NAME} TO ${APP_ROLE}`,
  'REVOKE ALL ON DATABASE postgres FROM PUBLIC',
];

const passwordsSql = (passwords: ClusterPasswords): string[] => [
  `ALTER ROLE ${OWNER_ROLE} PASSWORD '${passwords.owner}'`,
  `ALTER ROLE ${APP_ROLE} PASSWORD '${passwords.app}'`,
];

/** SQL as the superuser without a server: by standard input, so that no password is ever on a command line or in a log. */
async function runSingleUser(
  { dataDir, clusterDir, account, binaries }: ClusterPlace,
  statements: readonly string[],
): Promise<Result<undefined, EmbeddedPostgresFailure>> {
  const settings = ['exit_on_error=on', 'log_min_error_statement=panic', 'logging_collector=off'];
  const flags = settings.flatMap((setting) => ['-c', setting]);
  const input = statements.map((statement) => `${statement};\n`).join('');
  const args = ['--single', '-D', clusterDir, ...flags, 'postgres'];
  const { code, output } = await runCommand(account, binaries.postgres, args, input);
  if (code === 0) return ok(undefined);
  return err(
    await postgresOutputToFailure(dataDir, output, `The accounts of the database in ${dataDir} could not be set up.`),
  );
}
