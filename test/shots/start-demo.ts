// The demonstration as `npm run demo` shows it, as its own process with its data in a temporary folder, and beside its three
// cities one where nobody has written anything yet.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { DEMO_PASSWORD } from '../../src/server/demo/seed-demo.ts';

const root = join(import.meta.dirname, '../..');
export const builtApp = join(root, 'dist');
const START_MS_MAX = 60_000;
const POLL_MS = 100;
const EMPTY_CITY = 'c_a326';

export type Demo = {
  readonly url: string;
  /** Enrolment codes, good for many devices: a city full of work, and one that begins. */
  readonly codes: { readonly full: string; readonly empty: string };
  /** What whoever runs the server types: `npm run admin -- …`. */
  readonly admin: (words: readonly string[]) => Promise<string>;
  /** The same data served with another version of the app, at the same address. */
  readonly deploy: (app: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function startDemo(): Promise<Demo> {
  const app = builtApp;
  if (!existsSync(join(app, 'index.html')))
    throw new Error('There is no built app in ./dist: run `npm run build` first.');
  const folder = await mkdtemp(join(tmpdir(), 'taccuino-shots-'));
  const data = join(folder, 'data');
  const environment = { ...withoutSettings(process.env), TACCUINO_DATA: data, TACCUINO_APP: app, TACCUINO_PORT: '0' };
  const run = (program: string, settings = {}) =>
    spawn(process.execPath, [program], {
      cwd: root,
      env: { ...environment, ...settings },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  let server = run('src/server/demo.ts');
  const close = async () => {
    await stop(server);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const introduction = await readIntroduction(server);
    const url = find(introduction, /open at (http\S+)/);
    const full = find(introduction, /Genova\s+(\S+)/);
    const admin = (words: readonly string[], input?: string) => runAdmin(environment, words, input);
    await admin(['municipality', 'create', '--municipality', EMPTY_CITY]);
    for (const [username, name, role] of [
      ['marta', 'Marta Riva', 'outreach'],
      ['lucia', 'Lucia Berti', 'coordinator'],
    ] as const) {
      const who = ['--municipality', EMPTY_CITY, '--username', username, '--name', name, '--role', role];
      await admin(['account', 'create', ...who, '--password-stdin'], DEMO_PASSWORD);
    }
    const said = await admin(['enrolment-code', 'create', '--municipality', EMPTY_CITY, '--uses', '20']);
    const deploy = async (next: string) => {
      await stop(server);
      server = run('src/server/main.ts', { TACCUINO_APP: next, TACCUINO_PORT: new URL(url).port });
      await untilReady(url);
    };
    return { url, codes: { full, empty: find(said, /^(A326-\w{4}-\w{4})$/m) }, admin, deploy, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What the demonstration tells whoever started it; its last line is the one about stopping it. */
async function readIntroduction(server: ChildProcess): Promise<string> {
  if (server.stdout === null) throw new Error('the demonstration has no output');
  const said: string[] = [];
  for await (const line of createInterface(server.stdout)) {
    said.push(line);
    if (!line.startsWith('Ctrl+C')) continue;
    server.stdout.resume();
    return said.join('\n');
  }
  throw new Error('The demonstration ended before it was ready; its reason is above.');
}

async function untilReady(url: string): Promise<void> {
  const isReady = () =>
    fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  for (const giveUpAt = Date.now() + START_MS_MAX; !(await isReady()); await sleep(POLL_MS)) {
    if (Date.now() > giveUpAt) throw new Error('the server does not come back with the next version');
  }
}

function find(words: string, pattern: RegExp): string {
  const found = pattern.exec(words)?.[1];
  if (found === undefined) throw new Error(`the server did not say ${pattern}: ${words}`);
  return found;
}

async function runAdmin(env: NodeJS.ProcessEnv, words: readonly string[], input = ''): Promise<string> {
  const admin = spawn(process.execPath, ['src/server/admin.ts', ...words], { cwd: root, env, stdio: 'pipe' });
  admin.stdin.end(input);
  const ended = once(admin, 'exit');
  const [said, complained] = await Promise.all([text(admin.stdout), text(admin.stderr)]);
  const [exitCode] = await ended;
  if (exitCode !== 0) throw new Error(`admin ${words.join(' ')} ended with ${exitCode}: ${complained}`);
  return said;
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  await ended;
}

/** Settings of the person's own installation must not lead to their data. */
const withoutSettings = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(environment).filter(([name]) => !name.startsWith('TACCUINO_') && !name.startsWith('DATABASE_')),
  );
