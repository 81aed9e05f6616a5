import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { bareEnvironment } from '../bare-environment.ts';

/** The real processes, with the embedded database of a data folder. */
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taccuino-main-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (file: string, args: readonly string[] = [], env: Record<string, string> = {}): ChildProcess =>
  start(process.execPath, [`src/server/${file}`, ...args], env);
const start = (program: string, args: readonly string[], env: Record<string, string> = {}): ChildProcess =>
  spawn(program, args, {
    env: { ...bareEnvironment(), HOME: folder, TACCUINO_PORT: '0', TACCUINO_DATA: join(folder, 'data'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

async function ended(child: ChildProcess): Promise<{ code: number | null; out: string; error: string }> {
  const exit = once(child, 'exit');
  const [out, error] = await Promise.all(
    [child.stdout, child.stderr].map((stream) => (stream === null ? '' : text(stream))),
  );
  return { code: (await exit)[0], out: out ?? '', error: error ?? '' };
}

async function serving(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('no output');
  for await (const line of createInterface(child.stdout)) {
    const entry = JSON.parse(line);
    if (entry.event === 'serving') return entry.url;
  }
  throw new Error('ended before serving');
}

describe('npm start', () => {
  test('serves from an empty folder, lets the admin work beside it, stops in order and starts again with the data', async () => {
    const first = run('main.ts');
    const url = await serving(first);
    expect(await (await fetch(`${url}/readyz`)).text()).toBe('ready\n');
    for (const file of ['server.key', 'database.json'])
      expect((await stat(join(folder, 'data', file))).mode & 0o777).toBe(0o600);
    const beside = await ended(run('admin.ts', ['municipality', 'create', '--municipality', 'c_i452']));
    expect(beside).toMatchObject({ code: 0, out: 'Sassari (c_i452) is there.\n' });
    const second = await ended(run('main.ts'));
    expect([second.code, second.error]).toEqual([69, expect.stringMatching(/another|held|use/i)]);
    first.kill('SIGTERM');
    expect((await once(first, 'exit'))[0]).toBe(0);

    const stopped = await ended(run('admin.ts', ['municipality', 'list']));
    expect(stopped).toMatchObject({ code: 0, out: expect.stringContaining('c_i452  Sassari') });
    const again = run('main.ts');
    await serving(again);
    again.kill('SIGINT');
    expect((await once(again, 'exit'))[0]).toBe(0);
  });

  test('stops in order when npm, which started it, is told to', async () => {
    const npm = start('npm', ['--silent', 'start']);
    const url = await serving(npm);
    npm.kill('SIGTERM');
    await once(npm, 'exit');
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });

  test('says what is wrong with the settings and explains itself', async () => {
    expect(await ended(run('main.ts', ['--help']))).toMatchObject({ code: 0, out: expect.stringContaining('Usage') });
    expect(await ended(run('main.ts', ['--fast']))).toMatchObject({ code: 64 });
    const wrong = await ended(run('main.ts', [], { TACCUINO_PORT: 'http' }));
    expect([wrong.code, wrong.error]).toEqual([78, expect.stringMatching(/^TACCUINO_PORT: /)]);
  });

  test('refuses to serve as the owner of the tables', async () => {
    const { ownerUrl } = inject('postgres');
    const refused = await ended(run('main.ts', [], { DATABASE_URL: ownerUrl }));
    expect([refused.code, refused.error]).toEqual([69, expect.stringMatching(/owns the tables|no tables yet/)]);
    expect(refused.error).not.toContain(ownerUrl);
  });

  test('says that the certificate cannot be used, and leaves nothing running', async () => {
    const tls = { TACCUINO_TLS_CERT: join(folder, 'none.pem'), TACCUINO_TLS_KEY: join(folder, 'none.pem') };
    const refused = await ended(run('main.ts', [], tls));
    expect(refused).toMatchObject({
      code: 69,
      error: 'TACCUINO_TLS_CERT and TACCUINO_TLS_KEY cannot be used (ENOENT).\n',
    });
    await expect(stat(join(folder, 'data', 'postgres', 'postmaster.pid'))).rejects.toThrow('ENOENT');
  });

  test('says that the port is taken', async () => {
    const first = run('main.ts');
    const port = new URL(await serving(first)).port;
    const other = await ended(run('main.ts', [], { TACCUINO_PORT: port, TACCUINO_DATA: join(folder, 'other') }));
    expect([other.code, other.error]).toEqual([69, expect.stringContaining(`Port ${port} is taken`)]);
    first.kill('SIGTERM');
    await once(first, 'exit');
  });
});
