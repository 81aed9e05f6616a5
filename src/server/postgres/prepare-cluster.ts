import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '../../domain/result.ts';
import { type ClusterPasswords, findClusterPasswords } from './cluster-passwords.ts';
import {
  type ClusterPlace,
  createCluster,
  isClusterThere,
  removeClusterDrafts,
  resetClusterPasswords,
} from './create-cluster.ts';
import { isPortFree } from './free-port.ts';
import { choosePostgresAccount, ensurePostgresRuns, giveFolderTo } from './postgres-account.ts';
import { findPostgresBinaries } from './postgres-binaries.ts';
import { type EmbeddedPostgresFailure, type PostgresLog, portTaken, postgresFailed } from './postgres-failure.ts';
import { runCommand } from './run-command.ts';
import { stopLeftoverPostgres } from './stop-leftover-postgres.ts';

/** A cluster that stands still, whole and ours, and whom to run it as. */
export type ReadyCluster = ClusterPlace & { readonly passwords: ClusterPasswords };
type ClusterWish = { dataDir: string; clusterDir: string; port: number | undefined; log: PostgresLog };

/** Makes, mends or takes over the cluster of a folder whose lock is held, up to where it can be started. */
export async function prepareCluster(wish: ClusterWish): Promise<Result<ReadyCluster, EmbeddedPostgresFailure>> {
  const { dataDir, port, log } = wish;
  const binaries = findPostgresBinaries();
  if (!binaries.ok) return binaries;
  await removeClusterDrafts(dataDir);
  const chosen = await choosePostgresAccount(dataDir, wish.clusterDir);
  if (!chosen.ok) return chosen;
  const isFirstStart = !(await isClusterThere(wish.clusterDir));
  const clusterDir = isFirstStart ? wish.clusterDir : await realpath(wish.clusterDir);
  // Before the port is looked at: the leftover of a killed server may be what holds it.
  const cleared = isFirstStart ? ok(undefined) : await stopLeftoverPostgres(clusterDir, log);
  if (!cleared.ok) return cleared;
  if (port !== undefined && !(await isPortFree(port))) return err(portTaken(port));
  const place = { dataDir, clusterDir, binaries: binaries.value, account: chosen.value };
  return isFirstStart ? await prepareNewCluster(place, log) : await prepareOldCluster(place, log);
}

async function prepareNewCluster(place: ClusterPlace, log: PostgresLog) {
  log('postgres-creating', { folder: place.clusterDir });
  const created = await createCluster(place);
  if (!created.ok) return created;
  const runnable = await ensurePostgresRuns(place.account, place.binaries, place.clusterDir);
  return runnable.ok ? ok({ ...place, account: runnable.value, passwords: created.value }) : runnable;
}

async function prepareOldCluster(place: ClusterPlace, log: PostgresLog) {
  const { account, binaries, clusterDir, dataDir } = place;
  await giveFolderTo(account, clusterDir);
  const runnable = await ensurePostgresRuns(account, binaries, clusterDir);
  if (!runnable.ok) return runnable;
  const ready = { ...place, account: runnable.value };
  const compatible = await checkVersion(ready);
  if (!compatible.ok) return compatible;
  const kept = await findClusterPasswords(dataDir);
  if (kept !== undefined) return ok({ ...ready, passwords: kept });
  log('postgres-passwords-renewed');
  const renewed = await resetClusterPasswords(ready);
  return renewed.ok ? ok({ ...ready, passwords: renewed.value }) : renewed;
}

/** Files of one major version cannot be read by another. */
async function checkVersion({ account, binaries, clusterDir }: ClusterPlace) {
  const found = (await readFile(join(clusterDir, 'PG_VERSION'), 'utf8')).trim();
  const { output } = await runCommand(account, binaries.postgres, ['--version']);
  const ours = /\(PostgreSQL\) (\d+)/.exec(output)?.[1] ?? '';
  if (found === ours) return ok(undefined);
  return err(
    postgresFailed(
      `The database in ${clusterDir} was made by PostgreSQL ${found} and this server brings PostgreSQL ${ours}: use the server version that made it, or move the data by a backup.`,
    ),
  );
}
