import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { assert } from 'vitest';
import { z } from 'zod';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../../src/server/postgres/embedded-postgres.ts';

export const isRoot = process.getuid?.() === 0;

/** Every folder, server and mount a test file makes, undone by `clearAll` in the opposite order. */
const undoings: (() => Promise<unknown>)[] = [];

export async function clearAll(): Promise<void> {
  for (const undo of undoings.splice(0).reverse()) await undo();
}

export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'taccuino-postgres-'));
  undoings.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A small disk of its own, or undefined where this account may not mount one. */
export async function newSmallDisk(options: string): Promise<string | undefined> {
  const folder = await newFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  undoings.push(async () => execFileSync('umount', [folder]));
  return folder;
}

export const start = (dataDir: string, port?: number) =>
  startEmbeddedPostgres({ dataDir, log: () => undefined, ...(port === undefined ? {} : { port }) });

export async function startWell(dataDir: string, port?: number): Promise<EmbeddedPostgres> {
  const started = await start(dataDir, port);
  assert(started.ok, started.ok ? '' : started.error.message);
  undoings.push(started.value.stop);
  return started.value;
}

export async function failureOf(dataDir: string, port?: number) {
  const started = await start(dataDir, port);
  if (started.ok) await started.value.stop();
  assert(!started.ok, 'it started');
  return started.error;
}

/** Runs one statement on a connection of its own. */
export async function query(url: string, statement: string) {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined });
  try {
    return await sql.unsafe(statement);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

const Said = z.looseObject({ type: z.string(), ownerUrl: z.string().optional(), message: z.string().optional() });

const SCRIPT = fileURLToPath(new URL('./server-process.ts', import.meta.url));

/** The same database held by a process of its own. */
export async function startProcess(dataDir: string): Promise<{ child: ChildProcess; said: z.infer<typeof Said> }> {
  const child = spawn(process.execPath, [SCRIPT, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  undoings.push(() => end(child, 'SIGTERM'));
  for await (const line of createInterface({ input: child.stdout })) {
    return { child, said: Said.parse(JSON.parse(line)) };
  }
  throw new Error('the server process said nothing');
}

/** A server process that is killed whatever it is doing by then. */
export async function killAfter(dataDir: string, ms: number): Promise<void> {
  const child = spawn(process.execPath, [SCRIPT, dataDir], { stdio: 'ignore' });
  await sleep(ms);
  await kill(child);
}

export const kill = (child: ChildProcess): Promise<void> => end(child, 'SIGKILL');

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await ended;
}

export async function postmasterPid(dataDir: string): Promise<number> {
  return Number.parseInt(await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10);
}
