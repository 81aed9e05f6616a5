// Who is running, by /proc: the drill kills by number, and only what belongs to its own data folder or browser profile.

import { readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const nothing = () => '';

export async function findPostmaster(dataDir: string): Promise<number | undefined> {
  const text = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').catch(nothing);
  const pid = Number.parseInt(text, 10);
  return Number.isSafeInteger(pid) && pid > 1 && isAlive(pid) ? pid : undefined;
}

/** The PostgreSQL processes that serve a connection; they have the cluster as working directory and the client in their title. */
export async function findBackends(dataDir: string): Promise<number[]> {
  return findProcesses(async (pid) => {
    const workingDir = await readlink(`/proc/${pid}/cwd`).catch(nothing);
    return workingDir === join(dataDir, 'postgres') && /^postgres: \S+ \S+ 127\.0\.0\.1/.test(await readCommand(pid));
  });
}

/** The browser itself, not the processes it started: those name their type. */
export async function findBrowser(profile: string): Promise<number[]> {
  return findProcesses(async (pid) => {
    const command = await readCommand(pid);
    return command.includes(`--user-data-dir=${profile}`) && !command.includes('--type=');
  });
}

export function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // It ended by itself a moment before.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

const POLL_MS = 5;

export async function untilGone(pids: readonly number[]): Promise<void> {
  while (pids.some(isAlive)) await sleep(POLL_MS);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const readCommand = async (pid: number): Promise<string> =>
  (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(nothing)).replaceAll('\0', ' ').trim();

async function findProcesses(isWanted: (pid: number) => Promise<boolean>): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(pids.map(async (pid) => ((await isWanted(pid)) ? [pid] : [])));
  return found.flat();
}
