import { execFile } from 'node:child_process';
import { lchown, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '../../domain/result.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { type EmbeddedPostgresFailure, errorCode, folderUnwritable, postgresFailed } from './postgres-failure.ts';
import { CAPABILITIES, type PostgresAccount } from './run-as.ts';
import { runCommand } from './run-command.ts';

/** A machine's own account for us first, then what distributions ship. */
const ACCOUNT_NAMES = ['taccuino', 'postgres', 'nobody'];

/** The account that owns the cluster, or will: data made by one account can only be served by it. */
export async function choosePostgresAccount(
  dataDir: string,
  clusterDir: string,
): Promise<Result<PostgresAccount, EmbeddedPostgresFailure>> {
  const owner = await findOwner(clusterDir);
  const self = process.getuid?.();
  if (self !== 0) {
    if (owner === undefined || owner.uid === self) return ok({ how: 'self' });
    return err(folderUnwritable(dataDir, `its database belongs to the account number ${owner.uid}`));
  }
  if (owner !== undefined && owner.uid !== 0) return ok({ how: 'switch', ...owner });
  for (const name of ACCOUNT_NAMES) {
    const account = await findAccount(name);
    if (account !== undefined) return ok({ how: 'switch', ...account });
  }
  const names = ACCOUNT_NAMES.join(', ');
  return err(
    postgresFailed(
      `PostgreSQL does not run as root and this machine has none of the accounts ${names}: add one (useradd --system taccuino) or start the server as an ordinary user.`,
    ),
  );
}

/** Tries, rather than reads permission bits: access lists and security modules have their say too. */
export async function ensurePostgresRuns(
  account: PostgresAccount,
  binaries: PostgresBinaries,
  folder: string,
): Promise<Result<PostgresAccount, EmbeddedPostgresFailure>> {
  let last = await tryAccount(account, binaries, folder);
  if (last.works) return ok(account);
  for (const stronger of strongerAccounts(account)) {
    last = await tryAccount(stronger, binaries, folder);
    if (last.works) return ok(stronger);
  }
  const why = last.output.trim().split('\n').at(-1) ?? '';
  if (account.how === 'self') {
    return err(
      postgresFailed(`The embedded PostgreSQL cannot run here (${why}): try npm rebuild ${binaries.packageName}.`),
    );
  }
  return err(
    postgresFailed(
      `PostgreSQL does not run as root, and the account number ${account.uid} that would run it cannot reach ${binaries.postgres} or ${folder} (${why}): move both out of root's own folder, or start the server as an ordinary user.`,
    ),
  );
}

/** A cluster restored or moved by root belongs to root, and PostgreSQL opens only what is its own. */
export async function giveFolderTo(account: PostgresAccount, folder: string): Promise<void> {
  if (account.how === 'self' || (await findOwner(folder))?.uid === account.uid) return;
  for (const entry of ['.', ...(await readdir(folder, { recursive: true }))]) {
    await lchown(join(folder, entry), account.uid, account.gid);
  }
}

function strongerAccounts(account: PostgresAccount): PostgresAccount[] {
  if (account.how !== 'switch') return [];
  return CAPABILITIES.map((capability) => ({ ...account, how: 'capability', capability }));
}

async function tryAccount(account: PostgresAccount, binaries: PostgresBinaries, folder: string) {
  const script = 'cd -- "$1" && test -x "$2" && exec "$2" --version';
  const { code, output } = await runCommand(account, '/bin/sh', ['-c', script, 'sh', folder, binaries.postgres]);
  return { works: code === 0, output };
}

async function findOwner(folder: string): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const { uid, gid } = await stat(folder);
    return { uid, gid };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Asks `id`, which knows every source of accounts, not only /etc/passwd. */
async function findAccount(name: string): Promise<{ uid: number; gid: number } | undefined> {
  const [uid, gid] = await Promise.all([idOf('-u', name), idOf('-g', name)]);
  return uid === undefined || gid === undefined || uid === 0 ? undefined : { uid, gid };
}

const idOf = (flag: string, name: string): Promise<number | undefined> =>
  new Promise((resolve) => {
    execFile('id', [flag, name], (error, stdout) => resolve(error === null ? Number(stdout.trim()) : undefined));
  });
