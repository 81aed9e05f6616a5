// The production server as a city's supervisor keeps it: whenever its process ends, it is started again, on the same folder and
// port. The drill kills parts of it and asks how long nobody was served.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '../../src/server/postgres/free-port.ts';
import { bareEnvironment } from '../bare-environment.ts';
import { findBackends, findPostmaster, kill, untilGone } from './processes.ts';
import type { Random } from './random.ts';

export const SERVER_PARTS = ['server', 'postmaster', 'backend', 'server and postmaster'] as const;
export type ServerPart = (typeof SERVER_PARTS)[number];

export type KeptServer = {
  readonly url: string;
  readonly untilServing: () => Promise<void>;
  /** Kills the part at once, whatever it is doing; resolves with the milliseconds until the server served again. */
  readonly strike: (part: ServerPart, random: Random) => Promise<number>;
  /** Ends it in order. */
  readonly stop: () => Promise<void>;
};

const root = join(import.meta.dirname, '../..');
const POLL_MS = 10;
/** What it complains of while it is being killed is expected, and of interest only when it does not come back. */
const LINES_KEPT = 40;
/** A server that does not come back in this time does not come back. */
const COMING_BACK_MAX_MS = 20_000;

export async function keepServer({ data, app }: { readonly data: string; readonly app: string }): Promise<KeptServer> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  let isStopping = false;
  const said: string[] = [];
  let server = start();

  function note(line: string): void {
    said.push(`${new Date().toISOString()} ${line}`);
    if (said.length > LINES_KEPT) said.shift();
  }

  function start(): ChildProcess {
    const env = { ...bareEnvironment(), TACCUINO_DATA: data, TACCUINO_APP: app, TACCUINO_PORT: String(port) };
    const child = spawn(process.execPath, ['src/server/main.ts'], {
      cwd: root,
      env: { ...env, TACCUINO_LOG_LEVEL: 'warn' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    note(`started as ${child.pid}`);
    for (const output of [child.stdout, child.stderr]) createInterface({ input: output }).on('line', note);
    child.once('exit', (code, signal) => {
      note(`ended by ${signal ?? code}`);
      if (!isStopping) server = start();
    });
    return child;
  }

  async function untilServing(): Promise<void> {
    const startedMs = performance.now();
    while (!(await isReady(url))) {
      if (performance.now() - startedMs > COMING_BACK_MAX_MS)
        throw new Error(`the server does not come back; its last words:\n${said.join('\n')}`);
      await sleep(POLL_MS);
    }
  }

  async function pidsOf(part: ServerPart, backends: readonly number[], random: Random): Promise<number[]> {
    const postmaster = (await findPostmaster(data)) ?? [];
    switch (part) {
      case 'server':
        return [server.pid ?? []].flat();
      case 'postmaster':
        return [postmaster].flat();
      case 'backend':
        return backends.slice(random.below(Math.max(1, backends.length))).slice(0, 1);
      case 'server and postmaster':
        return [server.pid ?? [], postmaster].flat();
    }
  }

  return {
    url,
    untilServing,
    async strike(part, random) {
      const backends = await findBackends(data);
      const victims = await pidsOf(part, backends, random);
      const struckMs = performance.now();
      note(`killed: ${part} ${victims.join(' ')}`);
      for (const pid of victims) kill(pid);
      // Whoever still answers on a connection of before is not the server that came back.
      await untilGone([...victims, ...(victims.length > 0 ? backends : [])]);
      await untilServing();
      return performance.now() - struckMs;
    },
    async stop() {
      isStopping = true;
      if (server.exitCode !== null || server.signalCode !== null) return;
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
    },
  };
}

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
    async (answer) => {
      await answer.arrayBuffer();
      return answer.ok;
    },
    () => false,
  );
