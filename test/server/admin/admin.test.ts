import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bareEnvironment } from '../../bare-environment.ts';
import { createDatabase } from '../start-test-server.ts';

let database: Awaited<ReturnType<typeof createDatabase>>;
let folder: string;
beforeAll(async () => {
  database = await createDatabase();
  folder = await mkdtemp(join(tmpdir(), 'taccuino-admin-'));
  expect((await admin(['municipality', 'create', '--municipality', 'C_D969'])).out).toBe('Genova (c_d969) is there.\n');
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function admin(
  args: readonly string[],
  { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {},
) {
  const child = spawn(process.execPath, ['src/server/admin.ts', ...args], {
    env: {
      ...bareEnvironment(),
      TACCUINO_DATA: folder,
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      ...env,
    },
  });
  child.stdin.end(input);
  const code = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, out, error };
}

const GENOVA = ['--municipality', 'c_d969'];

describe('npm run admin', () => {
  test('explains itself, and each command', async () => {
    const [all, one] = await Promise.all([admin(['--help']), admin(['account', 'create', '--help'])]);
    expect([all.code, all.out]).toMatchObject([0, expect.stringContaining('enrolment-code create')]);
    expect([one.code, one.out]).toMatchObject([0, expect.stringContaining('--password-stdin')]);
  });

  test.each([
    [[], 64, 'Which command?'],
    [['fly'], 64, 'There is no command'],
    [['account', 'create', ...GENOVA, '--role', 'king', '--username', 'a1', '--name', 'A'], 64, '--role: is one of'],
    [['account', 'create', '--municipality', 'c_x999'], 64, '--municipality: is none of the network'],
    [['devices', 'list', ...GENOVA, '--shiny'], 64, '--shiny'],
    [['enrolment-code', 'create', ...GENOVA, '--uses', 'many'], 64, '--uses: is a whole number'],
    [['municipality', 'create', ...GENOVA], 1, 'already there'],
    [
      ['account', 'create', '--municipality', 'c_l219', '--username', 'a1', '--name', 'A', '--role', 'admin'],
      1,
      'create it first',
    ],
    [['account', 'disable', ...GENOVA, '--username', 'nobody'], 1, 'There is no user nobody'],
    [['account', 'role', ...GENOVA, '--username', 'nobody', '--role', 'admin'], 1, 'There is no user nobody'],
    [['account', 'role', ...GENOVA, '--username', 'anna', '--role', 'guest'], 64, '--role: is one of'],
    [['account', 'list', '--municipality', 'c_l219'], 1, 'create it first'],
    [['devices', 'list', '--municipality', 'c_l219'], 1, 'create it first'],
    [['account', 'enable', ...GENOVA], 64, '--username: is needed'],
    [['account', 'move', ...GENOVA, '--username', 'nobody', '--to', 'c_h501'], 1, 'There is no user nobody'],
    [['escrow', 'rotate', '--municipality', 'c_l219'], 1, 'create it first'],
    [['escrow', 'rotate'], 64, '--municipality: is needed'],
    [['devices', 'revoke', ...GENOVA, '--device', '00000000-0000-4000-8000-000000000000'], 1, 'no device'],
  ])('%j ends with %i and a sentence', async (args, code, sentence) => {
    const ended = await admin(args);
    expect([ended.code, ended.error]).toEqual([code, expect.stringContaining(sentence)]);
    expect(ended.error).not.toMatch(/\n\s+at /);
  });

  test('says when the settings are wrong or only half there', async () => {
    expect(await admin(['municipality', 'list'], { env: { DATABASE_OWNER_URL: '' } })).toMatchObject({ code: 78 });
    expect(await admin(['municipality', 'list'], { env: { TACCUINO_PORT: 'x' } })).toMatchObject({ code: 78 });
  });

  test('says when the database cannot be reached or does not know the user', async () => {
    const nobody = 'postgres://nobody:x@127.0.0.1:1/x';
    const unreachable = await admin(['municipality', 'list'], {
      env: { DATABASE_URL: nobody, DATABASE_OWNER_URL: nobody },
    });
    expect(unreachable).toMatchObject({
      code: 69,
      error: 'The database cannot be reached (ECONNREFUSED): see DATABASE_URL.\n',
    });
    const wrong = database.ownerUrl.replace(/:[^:@]+@/, ':wrong@');
    const refused = await admin(['municipality', 'list'], { env: { DATABASE_OWNER_URL: wrong } });
    expect([refused.code, refused.error]).toEqual([69, expect.stringContaining('refuses the user or the password')]);
  });

  test('makes accounts with a given or a made-up password, and codes with a picture', async () => {
    const who = [...GENOVA, '--username', 'Anna', '--name', 'Anna Bianchi', '--role', 'outreach'];
    const given = await admin(['account', 'create', ...who, '--password-stdin'], { input: 'una buona parola\n' });
    expect(given).toMatchObject({ code: 0, out: 'Anna Bianchi may sign in as anna in c_d969.\n' });
    expect(
      await admin(['account', 'create', ...who, '--password-stdin'], { input: 'una buona parola\n' }),
    ).toMatchObject({ code: 1 });
    expect(await admin(['account', 'create', ...who, '--password-stdin'], { input: 'short\n' })).toMatchObject({
      code: 1,
    });
    const reset = await admin(['account', 'reset-password', ...GENOVA, '--username', 'anna']);
    expect(reset.out).toMatch(/shown only now: [a-z2-9]{4}(-[a-z2-9]{4}){3}\n/);
    const code = await admin(['enrolment-code', 'create', ...GENOVA, '--uses', '3']);
    expect(code.out).toMatch(/▄[\s\S]*\nD969-[A-Z2-9]{4}-[A-Z2-9]{4}\n\nFor 3 devices, until /);
    expect((await admin(['account', 'list', ...GENOVA])).out).toBe('anna  outreach  Anna Bianchi\n');
    const anna = [...GENOVA, '--username', 'anna'];
    const promoted = ['account', 'role', ...anna, '--role', 'coordinator'];
    expect((await admin(promoted)).out).toBe('The role of anna is coordinator now.\n');
    expect(await admin(promoted)).toMatchObject({ code: 1, error: 'The role of anna is coordinator already.\n' });
    expect((await admin(['account', 'list', ...GENOVA])).out).toBe('anna  coordinator  Anna Bianchi\n');
    expect((await admin(['account', 'role', ...anna, '--role', 'outreach'])).code).toBe(0);
    expect((await admin(['account', 'disable', ...anna])).out).toBe('anna may no longer sign in.\n');
    expect((await admin(['account', 'list', ...GENOVA])).out).toBe('anna  outreach  Anna Bianchi  disabled\n');
    expect((await admin(['account', 'enable', ...anna])).out).toBe('anna may sign in again.\n');
    expect((await admin(['escrow', 'rotate', ...GENOVA])).out).toMatch(
      /^c_d969 has the escrow key [\w-]{16}; 0 vaults sealed to it\.\n$/,
    );
    expect(await admin(['audit', 'verify'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/c_d969 Genova: whole, 9 rows, head [0-9a-f]{64}/),
    });
  });
});
