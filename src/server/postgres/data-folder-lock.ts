import { access, constants, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { err, ok, type Result } from '../../domain/result.ts';
import {
  diskFull,
  type EmbeddedPostgresFailure,
  errorCode,
  fileErrorToFailure,
  folderUnwritable,
} from './postgres-failure.ts';

/**
 * One server process per data folder. The lock is a real lock of the operating system, which dies with its process however
 * that ends; Node has none of its own, but the SQLite inside Node takes one for an open exclusive transaction.
 * A file with a process number would need a takeover of stale files, which two starting processes can both win.
 *
 * Never read the lock file by other means in this process: closing any descriptor of it would drop the lock (POSIX).
 * That is why the holder's number, shown to people only, is in a file of its own.
 */
export type DataFolderLock = { release(): void };

const Holder = z.strictObject({ pid: z.int(), since: z.iso.datetime() });

/** https://www.sqlite.org/rescode.html; the low byte of an extended code is its kind. */
const SQLITE_BUSY = 5;
const SQLITE_FULL = 13;
const SQLITE_FILE_TROUBLES = new Set([8, 10, 14]);

export async function lockDataFolder(dataDir: string): Promise<Result<DataFolderLock, EmbeddedPostgresFailure>> {
  const lockPath = join(dataDir, 'server.lock');
  const holderPath = join(dataDir, 'server.holder.json');
  try {
    await ensureWritable(lockPath);
    const database = takeLock(lockPath, dataDir);
    if (!database.ok) return err(database.error === 'held' ? await folderHeld(dataDir, holderPath) : database.error);
    await writeHolder(holderPath);
    return ok({ release: () => database.value.close() });
  } catch (error) {
    return err(fileErrorToFailure(error, dataDir));
  }
}

/** SQLite would quietly open a file read-only that it may not write, and then share the lock. */
async function ensureWritable(lockPath: string): Promise<void> {
  try {
    await writeFile(lockPath, '', { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    await access(lockPath, constants.R_OK | constants.W_OK);
  }
}

function takeLock(lockPath: string, dataDir: string): Result<DatabaseSync, EmbeddedPostgresFailure | 'held'> {
  const database = new DatabaseSync(lockPath, { timeout: 0 });
  try {
    database.exec('PRAGMA journal_mode = MEMORY');
    // An empty file would get its first page in every exclusive transaction, and so fail to lock on a full disk.
    const version = database.prepare('PRAGMA user_version').get();
    if (version?.user_version === 0) database.exec('PRAGMA user_version = 1');
    database.exec('BEGIN EXCLUSIVE');
    return ok(database);
  } catch (error) {
    database.close();
    const kind = sqliteErrorKind(error);
    if (kind === SQLITE_BUSY) return err('held');
    if (kind === SQLITE_FULL) return err(diskFull(dataDir));
    if (kind !== undefined && SQLITE_FILE_TROUBLES.has(kind)) return err(folderUnwritable(dataDir, String(error)));
    throw error;
  }
}

const sqliteErrorKind = (error: unknown): number | undefined =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;

/** Best effort: a full disk must not hide behind the missing name of the holder. */
async function writeHolder(path: string): Promise<void> {
  const holder: z.infer<typeof Holder> = { pid: process.pid, since: new Date().toISOString() };
  await writeFile(path, JSON.stringify(holder), { mode: 0o600 }).catch(() => undefined);
}

async function folderHeld(dataDir: string, holderPath: string): Promise<EmbeddedPostgresFailure> {
  const text = await readFile(holderPath, 'utf8').catch(() => '');
  const holder = Holder.safeParse(parseJson(text));
  const who = holder.success ? ` (process ${holder.data.pid}, since ${holder.data.since})` : '';
  return {
    type: 'DataFolderHeld',
    message: `The data folder ${dataDir} is in use by another running server${who}: stop that one first, or choose another folder.`,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
