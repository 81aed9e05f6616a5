import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { v7 as newUuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServerSecret } from '../../../src/server/auth/server-keys.ts';
import { bareEnvironment } from '../../bare-environment.ts';
import { createDatabase } from '../start-test-server.ts';

let database: Awaited<ReturnType<typeof createDatabase>>;
let folder: string;
const key = createServerSecret();
beforeAll(async () => {
  database = await createDatabase();
  folder = await mkdtemp(join(tmpdir(), 'taccuino-backup-command-'));
  expect((await run('admin', ['municipality', 'create', '--municipality', 'c_d969'])).code).toBe(0);
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function run(file: string, args: readonly string[], { limit = 'true', env = {} } = {}) {
  // XFSZ ignored, so that a file over the limit is an answer of the disk (EFBIG) and not the end of the process.
  const script = `trap '' XFSZ; ${limit}; exec "$0" "$@"`;
  const child = spawn('sh', ['-c', script, process.execPath, `src/server/${file}.ts`, ...args], {
    env: {
      ...bareEnvironment(),
      TACCUINO_DATA: folder,
      TACCUINO_SERVER_KEY: key,
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const code = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, out, error };
}

const inFolder = (name: string) => join(folder, name);

describe('npm run backup and npm run restore', () => {
  test('explain themselves, and say what is missing', async () => {
    for (const [file, option] of [
      ['backup', '--to FILE'],
      ['restore', '--from FILE'],
    ] as const) {
      expect(await run(file, ['--help'])).toMatchObject({ code: 0, out: expect.stringContaining(`-- ${option}`) });
      expect(await run(file, [])).toMatchObject({ code: 64, error: expect.stringContaining(`${option} is needed`) });
      expect(await run(file, ['--shiny'])).toMatchObject({ code: 64 });
      expect(await run(file, [option.split(' ')[0] ?? '', 'x'], { env: { DATABASE_OWNER_URL: '' } })).toMatchObject({
        code: 78,
      });
    }
  });

  test('what was backed up comes back, and what came after it is gone', async () => {
    const made = await run('backup', ['--to', inFolder('one.gz')]);
    expect(made).toMatchObject({
      code: 0,
      out: expect.stringMatching(/read back and verified\.\nc_d969: audit of 1 rows, head [0-9a-f]{64}\n$/),
    });
    await run('admin', ['municipality', 'create', '--municipality', 'c_l219']);
    const restored = await run('restore', ['--from', inFolder('one.gz')]);
    expect(restored).toMatchObject({ code: 0, out: expect.stringMatching(/^Restored \d+ rows as they were at 20/) });
    expect((await run('admin', ['municipality', 'list'])).out).not.toContain('c_l219');
    expect((await run('admin', ['audit', 'verify'])).out).toMatch(/c_d969 Genova: whole, 2 rows/);
  });

  test('the disk is full: a sentence, and no file, also not the old one spoilt', async () => {
    expect((await run('backup', ['--to', inFolder('old.gz')])).code).toBe(0);
    expect((await stat(inFolder('old.gz'))).size, 'larger than a block, which is the limit').toBeGreaterThan(1_024);
    const full = await run('backup', ['--to', inFolder('old.gz')], { limit: 'ulimit -f 1' });
    expect(full).toMatchObject({ code: 1, error: expect.stringMatching(/old\.gz cannot be written \(EFBIG\)\.\n$/) });
    expect((await readdir(folder)).filter((name) => name.includes('partial'))).toEqual([]);
    expect((await run('restore', ['--from', inFolder('old.gz')])).code).toBe(0);
    expect(await run('backup', ['--to', inFolder(`${newUuid()}/x.gz`)])).toMatchObject({
      code: 1,
      error: expect.stringContaining('cannot be written (ENOENT)'),
    });
  }, 120_000);

  test('another key, or no backup: a sentence, and that nothing was changed', async () => {
    const other = await run('restore', ['--from', inFolder('one.gz')], {
      env: { TACCUINO_SERVER_KEY: createServerSecret() },
    });
    expect(other).toMatchObject({
      code: 1,
      error: expect.stringMatching(/^The server key is not.*\nNothing was changed\.\n$/),
    });
    const none = await run('restore', ['--from', inFolder('none.gz')]);
    expect(none).toMatchObject({ code: 1, error: expect.stringContaining('cannot be read (ENOENT)') });
  });

  test('a database that cannot be reached', async () => {
    const nobody = 'postgres://nobody:x@127.0.0.1:1/x';
    const env = { DATABASE_URL: nobody, DATABASE_OWNER_URL: nobody };
    expect(await run('backup', ['--to', inFolder('x.gz')], { env })).toMatchObject({ code: 69 });
  });
});
