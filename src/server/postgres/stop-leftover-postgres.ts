import { execFile } from 'node:child_process';
import { readdir, readFile, readlink, rm } from 'node:fs/promises';
import { platform } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { err, ok, type Result } from '../../domain/result.ts';
import { type EmbeddedPostgresFailure, errorCode, type PostgresLog, postgresFailed } from './postgres-failure.ts';

/**
 * Stops what a killed server left running in its data folder. Call it only while holding the folder's lock: then no living
 * server owns those processes. They are stopped rather than adopted, so that every start has the settings and port it asked for.
 * The folder is a real path, as /proc shows it.
 */
export async function stopLeftoverPostgres(
  folder: string,
  log: PostgresLog,
): Promise<Result<undefined, EmbeddedPostgresFailure>> {
  const leftBehind = await findPostgresProcesses(folder);
  if (leftBehind.length > 0) log('postgres-leftover-found', { processes: leftBehind.length });
  for (const { signal, waitMs } of STEPS) {
    if (await areGone(folder, signal, waitMs)) {
      await removeForeignPidFile(folder);
      return ok(undefined);
    }
  }
  return err(postgresFailed(`A PostgreSQL left behind by an earlier server still uses ${folder} and does not stop.`));
}

/**
 * Fast shutdown with its checkpoint, then PostgreSQL's own emergency stop, which recovers from the log at the next start. The first is not
 * waited for long: nothing depends on it, and a PostgreSQL 18 that is told to stop while it recovers from a crash may never end.
 */
const STEPS = [
  { signal: 'SIGINT', waitMs: 1_500 },
  { signal: 'SIGQUIT', waitMs: 10_000 },
  { signal: 'SIGKILL', waitMs: 5_000 },
] as const;
/** Children notice the end of their postmaster at once unless they are busy. */
const UNTOLD_WAIT_MS = 1_000;
const POLL_MS = 20;

/**
 * The signal goes to the postmaster, which knows in which order to end its children. Without one the children end by
 * themselves as soon as they notice; one busy in a long query notices late, so from the second step on it is told.
 */
async function areGone(folder: string, signal: NodeJS.Signals, waitMs: number): Promise<boolean> {
  const startedAt = Date.now();
  const told = new Set<number>();
  for (;;) {
    const processes = await findPostgresProcesses(folder);
    if (processes.length === 0) return true;
    const postmaster = await findPostmasterPid(folder);
    const parents = processes.filter((pid) => pid === postmaster);
    const childrenToTell = signal === 'SIGINT' ? [] : processes;
    for (const pid of parents.length > 0 ? parents : childrenToTell) {
      if (!told.has(pid)) trySignal(pid, signal);
      told.add(pid);
    }
    if (Date.now() - startedAt > (told.size > 0 ? waitMs : UNTOLD_WAIT_MS)) return false;
    await sleep(POLL_MS);
  }
}

function trySignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}

/**
 * PostgreSQL believes its pid file while any process of that number lives, also a stranger after a reboot or in a
 * restarted container. That no PostgreSQL is at work here was just seen, so such a file may go. A dead number stays:
 * PostgreSQL replaces it itself, after checking its shared memory.
 */
async function removeForeignPidFile(folder: string): Promise<void> {
  const pid = await findPostmasterPid(folder);
  if (pid !== undefined && isAlive(pid)) await rm(join(folder, 'postmaster.pid'), { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

async function findPostmasterPid(folder: string): Promise<number | undefined> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number.parseInt(text, 10);
  return Number.isSafeInteger(pid) && pid > 1 ? pid : undefined;
}

/** Every PostgreSQL process has its data folder as working directory; names and numbers alone prove nothing. */
async function findPostgresProcesses(folder: string): Promise<number[]> {
  if (platform() !== 'linux') return findPostmasterByCommand(folder);
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(pids.map(async (pid) => ((await isPostgresIn(pid, folder)) ? [pid] : [])));
  return found.flat();
}

/** A process that ends while we look, or of which we may not know, is none of ours. */
async function isPostgresIn(pid: number, folder: string): Promise<boolean> {
  const unknown = () => '';
  const workingDir = await readlink(`/proc/${pid}/cwd`).catch(unknown);
  if (workingDir !== folder) return false;
  return (await readFile(`/proc/${pid}/comm`, 'utf8').catch(unknown)).trim() === 'postgres';
}

/** Where there is no /proc (macOS): the process of the pid file, if its command line names this folder. */
async function findPostmasterByCommand(folder: string): Promise<number[]> {
  const pid = await findPostmasterPid(folder);
  if (pid === undefined) return [];
  const command = await new Promise<string>((resolve) => {
    execFile('ps', ['-o', 'command=', '-p', `${pid}`], (_error, stdout) => resolve(stdout));
  });
  return command.includes('postgres') && command.includes(folder) ? [pid] : [];
}
