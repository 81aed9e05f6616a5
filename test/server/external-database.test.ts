import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServerSecret } from '../../src/server/auth/server-keys.ts';
import { bareEnvironment } from '../bare-environment.ts';
import { createDatabase } from './start-test-server.ts';

/** Scaled out: real processes on a PostgreSQL that somebody else runs, with two roles that were made by hand. */
let folder: string;
let database: Awaited<ReturnType<typeof createDatabase>>;
const key = createServerSecret();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taccuino-external-'));
  database = await createDatabase();
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const started: ChildProcess[] = [];
function run(file: string, args: readonly string[], env: Record<string, string>): ChildProcess {
  const settings = { TACCUINO_PORT: '0', TACCUINO_DATA: join(folder, 'data'), TACCUINO_SERVER_KEY: key, ...env };
  const child = spawn(process.execPath, [`src/server/${file}`, ...args], {
    env: { ...bareEnvironment(), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  return child;
}
afterAll(() => {
  for (const child of started) if (child.exitCode === null) child.kill('SIGKILL');
});

async function ended(child: ChildProcess): Promise<{ code: number | null; out: string; error: string }> {
  const exit = once(child, 'exit');
  const [out, error] = await Promise.all(
    [child.stdout, child.stderr].map((stream) => (stream === null ? '' : text(stream))),
  );
  return { code: (await exit)[0], out: out ?? '', error: error ?? '' };
}

/** The events up to `serving`, whose url comes with them. */
async function serving(child: ChildProcess): Promise<{ url: string; events: readonly string[] }> {
  const events: string[] = [];
  if (child.stdout === null) throw new Error('no output');
  for await (const line of createInterface(child.stdout)) {
    const entry = JSON.parse(line);
    events.push(entry.event === 'migrated' ? `migrated ${entry.name}` : entry.event);
    if (entry.event === 'serving') return { url: entry.url, events };
  }
  throw new Error(`ended before serving: ${events.join()}`);
}

const owned = () => ({ DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl });

describe('with DATABASE_URL', () => {
  test('processes that start together migrate once, and all serve', async () => {
    const processes = [run('main.ts', [], owned()), run('main.ts', [], owned())];
    const served = await Promise.all(processes.map(serving));
    const migrated = served.flatMap(({ events }) => events.filter((event) => event.startsWith('migrated')));
    const files = (await readdir('src/server/store/migrations')).sort();
    expect(migrated.sort()).toEqual(files.map((name) => `migrated ${name}`));
    for (const { url } of served) expect(await (await fetch(`${url}/readyz`)).text()).toBe('ready\n');
    expect(served.flatMap(({ events }) => events.filter((event) => event.startsWith('postgres')))).toEqual([]);
    for (const child of processes) {
      child.kill('SIGTERM');
      expect((await once(child, 'exit'))[0]).toBe(0);
    }
  });

  test('the admin works with it, and a process without the owner serves', async () => {
    const made = await ended(run('admin.ts', ['municipality', 'create', '--municipality', 'c_i452'], owned()));
    expect(made).toMatchObject({ code: 0, out: expect.stringContaining('Sassari') });
    const alone = run('main.ts', [], { DATABASE_URL: database.appUrl });
    const { url } = await serving(alone);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    alone.kill('SIGTERM');
    expect((await once(alone, 'exit'))[0]).toBe(0);
  });

  test.each([
    ['server', 69, 'main.ts', []],
    ['admin', 1, 'admin.ts', ['enrolment-code', 'create', '--municipality', 'c_i452']],
  ] as const)('the %s with the key of another installation is refused', async (_, code, file, args) => {
    const refused = await ended(run(file, args, { ...owned(), TACCUINO_SERVER_KEY: createServerSecret() }));
    expect([refused.code, refused.error]).toEqual([
      code,
      expect.stringContaining('The server key is not the one that Sassari was made with'),
    ]);
  });

  test.each([
    ['cannot be reached', (url: URL) => Object.assign(url, { port: '1' }), 'cannot be reached (ECONNREFUSED)'],
    ['does not know the password', (url: URL) => Object.assign(url, { password: 'wrong' }), 'refuses the user'],
    ['is not there', (url: URL) => Object.assign(url, { pathname: 'none' }), 'no database of the name'],
  ])('one that %s is one sentence without its address, and the process ends', async (_, spoil, sentence) => {
    const url = spoil(new URL(database.appUrl)).href;
    const refused = await ended(run('main.ts', [], { DATABASE_URL: url }));
    expect([refused.code, refused.error]).toEqual([69, expect.stringContaining(sentence)]);
    expect(refused.error).not.toMatch(/postgres:\/\/|at .*\.ts:/);
  });
});

test('a bug that nothing caught is logged without its words, and ends the process', async () => {
  const bug = join(folder, 'bug.mjs');
  // Once it serves, however long a busy machine takes for that.
  await writeFile(
    bug,
    `const write = process.stdout.write.bind(process.stdout);
    process.stdout.write = (line, ...rest) => {
      if (String(line).includes('"event":"serving"')) setTimeout(() => Promise.reject(new Error('PLANTED-WORDS')));
      return write(line, ...rest);
    };`,
  );
  const child = run('main.ts', [], { ...owned(), NODE_OPTIONS: `--import=${bug}` });
  const { code, out, error } = await ended(child);
  expect(code).toBe(70);
  expect(out).toMatch(/"event":"crashed","error":"Error"/);
  expect(out + error).not.toContain('PLANTED-WORDS');
});
