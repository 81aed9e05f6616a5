import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { err, ok, type Result } from '../../domain/result.ts';
import type { ClusterPlace } from './create-cluster.ts';
import { isPortFree } from './free-port.ts';
import {
  type EmbeddedPostgresFailure,
  fileErrorToFailure,
  type PostgresLog,
  portTaken,
  postgresOutputToFailure,
} from './postgres-failure.ts';
import { collectTail, spawnAs } from './run-command.ts';

/** The running database server process. `ended` resolves when it is gone, wanted or not. */
export type Postmaster = { readonly ended: Promise<void>; stop(): Promise<void> };

/** Recovery after a crash replays up to max_wal_size of log: seconds, minutes on a slow disk. Cutting it short only starts it over. */
const START_MS_MAX = 10 * 60_000;
const POLL_MS = 20;
const PATIENCE_MS = 5_000;
/** A fast stop writes one checkpoint; after that long PostgreSQL is ended at once and recovers at the next start. */
const STOP_MS_MAX = 30_000;
const QUIT_MS_MAX = 5_000;

export async function runPostmaster(
  place: ClusterPlace,
  port: number,
  log: PostgresLog,
): Promise<Result<Postmaster, EmbeddedPostgresFailure>> {
  const { account, binaries, clusterDir } = place;
  const startedAt = new Date();
  const child = spawnAs(account, binaries.postgres, ['-D', clusterDir, '-p', `${port}`], ['ignore', 'ignore', 'pipe']);
  const output = collectTail(child);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const stopAtExit = () => child.kill('SIGINT');
  process.once('exit', stopAtExit);
  ended.then(() => process.off('exit', stopAtExit));
  const postmaster = { ended, stop: () => stopPostmaster(child, ended, log) };
  const isReady = await waitUntilReady(child, ended, clusterDir, log);
  if (isReady) return ok(postmaster);
  await postmaster.stop();
  return err(await explain(place, port, output(), startedAt));
}

async function waitUntilReady(child: ChildProcess, ended: Promise<void>, clusterDir: string, log: PostgresLog) {
  const startedAt = Date.now();
  let nextWordAt = startedAt + PATIENCE_MS;
  let isOver = false;
  ended.then(() => {
    isOver = true;
  });
  while (!isOver && Date.now() - startedAt < START_MS_MAX) {
    if (await saysReady(clusterDir, child.pid)) return true;
    if (Date.now() > nextWordAt) {
      log('postgres-recovering', { ms: Date.now() - startedAt });
      nextWordAt += PATIENCE_MS;
    }
    await sleep(POLL_MS);
  }
  return false;
}

/** Line 1 is the process, line 8 the state: https://www.postgresql.org/docs/18/storage-file-layout.html, as pg_ctl reads it. */
async function saysReady(clusterDir: string, pid: number | undefined): Promise<boolean> {
  const lines = (await readFile(join(clusterDir, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
}

/** SIGINT is PostgreSQL's fast stop, SIGQUIT its immediate one: https://www.postgresql.org/docs/18/server-shutdown.html */
async function stopPostmaster(child: ChildProcess, ended: Promise<void>, log: PostgresLog): Promise<void> {
  const isEndedWithin = (ms: number) => {
    const timer = new AbortController();
    const late = sleep(ms, false, { signal: timer.signal }).catch(() => false);
    return Promise.race([ended.then(() => true), late]).finally(() => timer.abort());
  };
  child.kill('SIGINT');
  if (await isEndedWithin(STOP_MS_MAX)) return;
  log('postgres-stop-forced', { ms: STOP_MS_MAX });
  child.kill('SIGQUIT');
  if (await isEndedWithin(QUIT_MS_MAX)) return;
  child.kill('SIGKILL');
  await ended;
}

async function explain(
  place: ClusterPlace,
  port: number,
  output: string,
  startedAt: Date,
): Promise<EmbeddedPostgresFailure> {
  if (!(await isPortFree(port))) return portTaken(port);
  try {
    const text = output + (await logSince(place.clusterDir, startedAt));
    return await postgresOutputToFailure(place.dataDir, text, `PostgreSQL did not start in ${place.clusterDir}.`);
  } catch (error) {
    return fileErrorToFailure(error, place.dataDir);
  }
}

/** Once its log collector runs, PostgreSQL speaks only there; current_logfiles names the file, lines begin with UTC time. */
async function logSince(clusterDir: string, startedAt: Date): Promise<string> {
  const current = await readFile(join(clusterDir, 'current_logfiles'), 'utf8').catch(() => '');
  const name = /^stderr (.+)$/m.exec(current)?.[1];
  if (name === undefined) return '';
  const since = startedAt.toISOString().replace('T', ' ').replace('Z', '');
  const lines = (await readFile(join(clusterDir, name), 'utf8').catch(() => '')).split('\n');
  return lines.filter((line) => line >= since).join('\n');
}
