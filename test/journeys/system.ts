// The system as a city runs it: the production server process with its embedded database, served on one port that stays the
// same. Cutting the network means that this process really ends and nothing listens any more.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { findFreePort } from '../../src/server/postgres/free-port.ts';
import { bareEnvironment } from '../bare-environment.ts';

const root = join(import.meta.dirname, '../..');
export const MUNICIPALITY = 'c_d969';

export const PASSWORD = 'taccuino-viaggi';

/** Who works in every journey's office. */
export const PEOPLE = {
  marta: { username: 'marta', name: 'Marta Rinaldi', role: 'outreach' },
  dario: { username: 'dario', name: 'Dario Costa', role: 'outreach' },
  chiara: { username: 'chiara', name: 'Chiara Bruno', role: 'coordinator' },
} as const;
export type Colleague = { readonly username: string; readonly name: string; readonly role: string };

/** A data folder that is complete but not running, and a code for any number of devices. */
export type OfficeTemplate = { readonly folder: string; readonly code: string };

export type Office = {
  readonly url: string;
  readonly code: string;
  /** The built app that is served: a folder, exchanged by `deploy`. */
  readonly cut: () => Promise<void>;
  readonly restore: () => Promise<void>;
  /** From the next start on, another build is served. */
  readonly deploy: (appFolder: string) => Promise<void>;
  readonly admin: (...words: string[]) => Promise<string>;
  /** A command that reads a line, such as a password. */
  readonly adminWithInput: (input: string, ...words: string[]) => Promise<string>;
  readonly close: () => Promise<void>;
};

export const builtApp = join(root, 'dist');

export async function prepareTemplate(): Promise<OfficeTemplate> {
  const folder = await mkdtemp(join(tmpdir(), 'taccuino-office-'));
  const data = join(folder, 'data');
  const server = await startServer({ data, app: builtApp, port: await findFreePort() });
  await runAdmin(data, ['municipality', 'create', '--municipality', MUNICIPALITY]);
  for (const { username, name, role } of Object.values(PEOPLE)) {
    const who = ['--municipality', MUNICIPALITY, '--username', username, '--name', name, '--role', role];
    await runAdmin(data, ['account', 'create', ...who, '--password-stdin'], PASSWORD);
  }
  const uses = ['--uses', '100', '--minutes', '600'];
  const said = await runAdmin(data, ['enrolment-code', 'create', '--municipality', MUNICIPALITY, ...uses]);
  await stopServer(server);
  const code = /^D969-\w{4}-\w{4}$/m.exec(said)?.[0];
  if (code === undefined) throw new Error(`the admin command printed no code: ${said}`);
  return { folder, code };
}

export async function openOffice(template: OfficeTemplate): Promise<Office> {
  const folder = await mkdtemp(join(tmpdir(), 'taccuino-journey-'));
  const data = join(folder, 'data');
  await copyAsIs(join(template.folder, 'data'), data);
  const port = await findFreePort();
  let app = builtApp;
  let server: ChildProcess | undefined;
  const restore = async () => {
    server ??= await startServer({ data, app, port });
  };
  const cut = async () => {
    if (server !== undefined) await stopServer(server);
    server = undefined;
  };
  await restore();
  return {
    url: `http://127.0.0.1:${port}`,
    code: template.code,
    cut,
    restore,
    admin: (...words) => runAdmin(data, words),
    adminWithInput: (input, ...words) => runAdmin(data, words, input),
    async deploy(appFolder) {
      app = appFolder;
      await cut();
      await restore();
    },
    async close() {
      await cut();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type ServerSettings = { readonly data: string; readonly app: string; readonly port: number };

async function startServer({ data, app, port }: ServerSettings): Promise<ChildProcess> {
  const env = { ...environment(data), TACCUINO_APP: app, TACCUINO_PORT: String(port), TACCUINO_LOG_LEVEL: 'info' };
  const server = spawn(process.execPath, ['src/server/main.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface(server.stdout);
  for await (const line of lines) {
    if (JSON.parse(line).event !== 'serving') continue;
    // Nobody reads the rest of the log; a pipe that fills up would stop the server.
    server.stdout.resume();
    return server;
  }
  throw new Error(`the server ended before it served on port ${port}`);
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  await ended;
}

async function runAdmin(data: string, words: readonly string[], input = ''): Promise<string> {
  const admin = spawn(process.execPath, ['src/server/admin.ts', ...words], {
    cwd: root,
    env: environment(data),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  admin.stdin.end(input);
  const ended = once(admin, 'exit');
  const [said, complained] = await Promise.all([text(admin.stdout), text(admin.stderr)]);
  const [exitCode] = await ended;
  if (exitCode !== 0) throw new Error(`admin ${words.join(' ')} ended with ${exitCode}: ${complained}`);
  return said;
}

const environment = (data: string): NodeJS.ProcessEnv => ({
  ...bareEnvironment(),
  TACCUINO_DATA: data,
});

/** Owners too: as root the database belongs to another user of the system. */
export async function copyAsIs(from: string, to: string): Promise<void> {
  const [exitCode] = await once(spawn('cp', ['-a', from, to], { stdio: 'inherit' }), 'exit');
  if (exitCode !== 0) throw new Error(`cp -a ${from} ended with ${exitCode}`);
}
