import { statfs } from 'node:fs/promises';

/** Why the embedded database could not be started; the message is one sentence for the person at the terminal. */
export type EmbeddedPostgresFailure = {
  readonly type: 'DataFolderHeld' | 'DataFolderUnwritable' | 'DiskFull' | 'PortTaken' | 'PostgresFailed';
  readonly message: string;
};

/** Events of the database's life for the server's own log; fields never carry personal data. */
export type PostgresLog = (event: string, fields?: Readonly<Record<string, string | number>>) => void;

/** Below this a cluster cannot take its next 16 MiB write-ahead segment. */
const FREE_BYTES_MIN = 20 * 1024 * 1024;
/** An empty cluster measures 39 MiB; the first migrations and write-ahead segments need as much again. */
export const FIRST_START_FREE_BYTES_MIN = 128 * 1024 * 1024;

const FOLDER_CODES = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EISDIR', 'ELOOP', 'ENAMETOOLONG']);

/** A file-system error becomes a sentence; anything unknown is a bug and is thrown on. */
export function fileErrorToFailure(error: unknown, dataDir: string): EmbeddedPostgresFailure {
  const code = errorCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(dataDir);
  if (code !== undefined && FOLDER_CODES.has(code)) return folderUnwritable(dataDir, code);
  throw error;
}

export const errorCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

export const diskFull = (dataDir: string): EmbeddedPostgresFailure => ({
  type: 'DiskFull',
  message: `The disk that holds the data folder ${dataDir} has no space left: free some space and start again.`,
});

export const folderUnwritable = (dataDir: string, why: string): EmbeddedPostgresFailure => ({
  type: 'DataFolderUnwritable',
  message: `The data folder ${dataDir} cannot be written to (${why}): give this account the right to write there, or choose another folder.`,
});

export const portTaken = (port: number): EmbeddedPostgresFailure => ({
  type: 'PortTaken',
  message: `Port ${port} on 127.0.0.1 is taken by another program or not allowed for this account: choose another port for the database or leave the choice to the server.`,
});

export const postgresFailed = (message: string): EmbeddedPostgresFailure => ({ type: 'PostgresFailed', message });

/**
 * What PostgreSQL's own programs mean when they fail. The state of the disk decides; the text is read only for
 * what the state cannot show (a quota, a program that freed its files while failing), and is stable because they run with LC_ALL=C.
 */
export async function postgresOutputToFailure(
  dataDir: string,
  output: string,
  sentence: string,
): Promise<EmbeddedPostgresFailure> {
  const isOutOfSpace = /No space left on device|Disk quota exceeded/.test(output);
  if (isOutOfSpace || (await freeBytes(dataDir)) < FREE_BYTES_MIN) return diskFull(dataDir);
  const reason = output
    .split('\n')
    .filter((line) => /FATAL|PANIC|error/i.test(line))
    .at(-1);
  return postgresFailed(reason === undefined ? sentence : `${sentence} PostgreSQL says: ${reason.trim()}`);
}

export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
