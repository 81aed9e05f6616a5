import { type ChildProcess, spawn } from 'node:child_process';
import type { PostgresAccount } from './run-as.ts';

/** Enough for the last words of a failing program; everything before is dropped. */
const OUTPUT_CHARS_MAX = 8_000;

export type CommandEnd = { readonly code: number | undefined; readonly output: string };

/** Runs a program to its end as the given account. `code` is undefined where it could not be started or was killed. */
export function runCommand(
  account: PostgresAccount,
  command: string,
  args: readonly string[],
  input = '',
): Promise<CommandEnd> {
  const run = new Promise<CommandEnd>((resolve) => {
    const child = spawnAs(account, command, args, ['pipe', 'pipe', 'pipe']);
    const output = collectTail(child);
    child.on('error', (error) => resolve(notStarted(error)));
    child.on('close', (code) => resolve({ code: code ?? undefined, output: output() }));
    // The program may die before it read its input; its exit code tells the story, not the broken pipe.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
  // Node reports a missing program by an event, but a refused change of account by throwing.
  return run.catch(notStarted);
}

const notStarted = (error: unknown): CommandEnd => ({ code: undefined, output: `error: ${String(error)}` });

/**
 * Starts a program as the given account, in a session of its own: a Ctrl-C in the terminal must reach the server only,
 * which then stops PostgreSQL after the last request.
 */
export function spawnAs(
  account: PostgresAccount,
  command: string,
  args: readonly string[],
  stdio: ('pipe' | 'ignore')[],
): ChildProcess {
  const options = { stdio, cwd: '/', env: postgresEnvironment(), detached: true };
  if (account.how === 'self') return spawn(command, args, options);
  if (account.how === 'switch') return spawn(command, args, { ...options, uid: account.uid, gid: account.gid });
  const only = `-all,+${account.capability}`;
  const setpriv = ['--reuid', `${account.uid}`, '--regid', `${account.gid}`, '--clear-groups', '--no-new-privs'];
  // PostgreSQL looks for its own files by access(2), which ignores capabilities but for this bit: capabilities(7), SECBIT_NO_SETUID_FIXUP.
  const securebits = '--securebits=+no_setuid_fixup';
  const capabilities = [securebits, `--bounding-set=${only}`, `--inh-caps=${only}`, `--ambient-caps=${only}`];
  return spawn('setpriv', [...setpriv, ...capabilities, '--', command, ...args], options);
}

/** Keeps the last words of both streams. */
export function collectTail(child: ChildProcess): () => string {
  let text = '';
  const keep = (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-OUTPUT_CHARS_MAX);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => text;
}

/** Neither the server's secrets nor somebody's PGDATA or PGPORT may reach PostgreSQL; its words stay in one language. */
function postgresEnvironment(): NodeJS.ProcessEnv {
  const { PATH = '/usr/bin:/bin', LD_LIBRARY_PATH } = process.env;
  return { PATH, LC_ALL: 'C', TZ: 'UTC', ...(LD_LIBRARY_PATH === undefined ? {} : { LD_LIBRARY_PATH }) };
}
