import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../../domain/result.ts';
import { createServerKeys, readServerSecret } from '../auth/server-keys.ts';
import { systemClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { openDatabaseBeside } from '../open-database.ts';
import { describeDatabaseError } from '../store/database-error.ts';
import { roleOfUrl } from '../store/migrate.ts';
import { openPool } from '../store/open-pool.ts';
import type { RestorePorts } from './restore-backup.ts';

/** What `npm run backup` and `npm run restore` have in common: one option with a file, the database, and how they end. */
const EXIT_NOT_DONE = 1;
const EXIT_USAGE = 64;
const EXIT_UNAVAILABLE = 69;
const EXIT_CONFIG = 78;

export const EXIT_CODES_HELP = 'Exit codes: 0 done, 1 not done, 64 wrong use, 69 no database, 78 wrong setting.';

export type FileCommand = {
  /** `to` or `from`: the option that names the file. */
  readonly option: string;
  readonly help: string;
  /** Gives what is said at the end; errors are sentences. */
  readonly run: (ports: RestorePorts, file: string) => Promise<Result<string, string>>;
};

export async function runFileCommand(command: FileCommand, words: readonly string[]): Promise<void> {
  if (words.some((word) => word === '--help' || word === '-h')) return say(command.help);
  const file = findFile(command.option, words);
  if (!file.ok) return end(EXIT_USAGE, `${file.error}\n\n${command.help}`);
  const config = readConfig(process.env);
  if (!config.ok) return end(EXIT_CONFIG, config.error.join('\n'));
  const log = createLog('warn', (line) => process.stderr.write(line));
  const database = await openDatabaseBeside(config.value, log);
  if (!database.ok) return end(EXIT_UNAVAILABLE, database.error);
  const { appUrl, ownerUrl, close } = database.value;
  try {
    if (ownerUrl === undefined) return end(EXIT_CONFIG, 'DATABASE_OWNER_URL is needed beside DATABASE_URL.');
    const keys = createServerKeys(
      config.value.TACCUINO_SERVER_KEY ?? (await readServerSecret(config.value.TACCUINO_DATA)),
    );
    const ownerPool = openPool(ownerUrl, 1);
    const ports = { ownerPool, appRole: roleOfUrl(appUrl), keys, clock: systemClock };
    const done = await command.run(ports, file.value).finally(() => ownerPool.end());
    if (done.ok) say(`${done.value}\n`);
    else end(EXIT_NOT_DONE, done.error);
  } catch (error) {
    const sentence = describeDatabaseError(error);
    if (sentence === undefined) throw error;
    end(EXIT_UNAVAILABLE, sentence);
  } finally {
    await close();
  }
}

function findFile(option: string, words: readonly string[]): Result<string, string> {
  try {
    const { values } = parseArgs({ args: [...words], options: { [option]: { type: 'string' } }, strict: true });
    const file = values[option];
    return typeof file === 'string' && file !== '' ? ok(file) : err(`--${option} FILE is needed.`);
  } catch (error) {
    // parseArgs tells of wrong use by throwing, in words that name the option.
    if (error instanceof TypeError && 'code' in error) return err(error.message);
    throw error;
  }
}

function say(answer: string): void {
  process.stdout.write(answer);
}

function end(exitCode: number, sentence: string): void {
  process.stderr.write(`${sentence.trimEnd()}\n`);
  process.exitCode = exitCode;
}
