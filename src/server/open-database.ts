import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '../domain/result.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import { startEmbeddedPostgres } from './postgres/embedded-postgres.ts';
import { sqlState } from './store/in-municipality.ts';

/**
 * Where the data is: DATABASE_URL, or the embedded database of the data folder. A running server notes the addresses of its
 * embedded database in the folder, readable by its own account only, so that `npm run admin` can work beside it.
 */
export type OpenDatabase = {
  readonly appUrl: string;
  /** Undefined when only DATABASE_URL is set: then migrations were run by hand. */
  readonly ownerUrl: string | undefined;
  /** Resolves with a sentence if the embedded database is lost for good. */
  readonly lost: Promise<string>;
  close(): Promise<void>;
};

const NOTE_FILE = 'database.json';
const DatabaseNote = z.strictObject({ appUrl: z.string(), ownerUrl: z.string() });

export async function openDatabase(config: Config, log: Log): Promise<Result<OpenDatabase, string>> {
  if (config.DATABASE_URL !== undefined) return ok(external(config.DATABASE_URL, config.DATABASE_OWNER_URL));
  if (config.DATABASE_OWNER_URL !== undefined) return err('DATABASE_OWNER_URL is set without DATABASE_URL: set both.');
  const started = await startEmbedded(config, log);
  if (!started.ok) return err(started.error.message);
  const { appUrl, ownerUrl, lost, stop } = started.value;
  const note = notePath(config);
  await writeFile(note, JSON.stringify({ appUrl, ownerUrl }), { mode: 0o600 });
  const close = async () => {
    await rm(note, { force: true });
    await stop();
  };
  return ok({ appUrl, ownerUrl, lost: lost.then(({ message }) => message), close });
}

/** For a command beside the server: the same database, whether the server is running or not. */
export async function openDatabaseBeside(config: Config, log: Log): Promise<Result<OpenDatabase, string>> {
  if (config.DATABASE_URL !== undefined || config.DATABASE_OWNER_URL !== undefined) return openDatabase(config, log);
  const started = await startEmbedded(config, log);
  if (started.ok) {
    const { appUrl, ownerUrl, lost, stop } = started.value;
    return ok({ appUrl, ownerUrl, lost: lost.then(({ message }) => message), close: stop });
  }
  if (started.error.type !== 'DataFolderHeld') return err(started.error.message);
  const note = await readNote(notePath(config));
  return note === undefined ? err(started.error.message) : ok(external(note.appUrl, note.ownerUrl));
}

const external = (appUrl: string, ownerUrl: string | undefined): OpenDatabase => ({
  appUrl,
  ownerUrl,
  lost: new Promise(() => undefined),
  close: async () => undefined,
});

const notePath = (config: Config): string => join(resolve(config.TACCUINO_DATA), NOTE_FILE);

const startEmbedded = ({ TACCUINO_DATA, TACCUINO_DATABASE_PORT }: Config, log: Log) =>
  startEmbeddedPostgres({
    dataDir: TACCUINO_DATA,
    ...(TACCUINO_DATABASE_PORT !== undefined && { port: TACCUINO_DATABASE_PORT }),
    log: (event, fields) => log('info', event, fields),
  });

async function readNote(path: string): Promise<z.infer<typeof DatabaseNote> | undefined> {
  try {
    return DatabaseNote.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (sqlState(error) === 'ENOENT') return undefined;
    throw error;
  }
}
