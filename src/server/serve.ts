import { err, ok, type Result } from '../domain/result.ts';
import { readServerSecret } from './auth/server-keys.ts';
import { systemClock } from './clock.ts';
import { type Config, readConfig } from './config.ts';
import { createServer, type TaccuinoServer } from './create-server.ts';
import { createLog, errorToFields, type Log } from './log.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';
import { describeDatabaseError } from './store/database-error.ts';
import { migrate } from './store/migrate.ts';

/** BSD's sysexits: a wrong setting, something the machine does not give, and a bug of ours. */
const EXIT_CONFIG = 78;
const EXIT_UNAVAILABLE = 69;
const EXIT_SOFTWARE = 70;

/** The work of `npm start`: opens or starts the database, brings it up to date, serves, and stops in order. */
export async function serve(): Promise<void> {
  const config = readConfig(process.env);
  if (!config.ok) return end(EXIT_CONFIG, config.error);
  const log = createLog(config.value.TACCUINO_LOG_LEVEL, (line) => process.stdout.write(line));
  const database = await openDatabase(config.value, log);
  if (!database.ok) return end(EXIT_UNAVAILABLE, [database.error]);
  const server = await listen(config.value, database.value, log).catch(async (error: unknown) => {
    const sentence = describeDatabaseError(error);
    if (sentence !== undefined) return err(sentence);
    await database.value.close();
    throw error;
  });
  if (!server.ok) {
    await database.value.close();
    return end(EXIT_UNAVAILABLE, [server.error]);
  }
  // From here on Node's own last words would quote what people wrote; PostgreSQL is ended by the 'exit' event.
  process.on('uncaughtException', (error) => {
    log('error', 'crashed', errorToFields(error));
    process.exit(EXIT_SOFTWARE);
  });
  stopInOrder(server.value, database.value, log);
  // Last, because whoever reads this line may ask for a stop at once.
  log('info', 'serving', { url: server.value.url });
}

async function listen(config: Config, database: OpenDatabase, log: Log): Promise<Result<TaccuinoServer, string>> {
  const { appUrl, ownerUrl } = database;
  if (ownerUrl !== undefined) {
    for (const name of await migrate({ ownerUrl, appUrl })) log('info', 'migrated', { name });
  }
  const serverSecret = config.TACCUINO_SERVER_KEY ?? (await readServerSecret(config.TACCUINO_DATA));
  const server = await createServer(config, { appUrl, serverSecret, clock: systemClock, log });
  return server.ok ? ok(server.value) : err(server.error);
}

function stopInOrder(server: TaccuinoServer, database: OpenDatabase, log: Log): void {
  const stop = async (why: string, exitCode: number) => {
    log('info', 'stopping', { why });
    await server.close();
    await database.close();
    log('info', 'stopped');
    process.exit(exitCode);
  };
  let isStopping = false;
  const stopOnce = (why: string, exitCode: number) => {
    if (isStopping) return;
    isStopping = true;
    stop(why, exitCode).catch((error: unknown) => {
      log('error', 'stop-failed', errorToFields(error));
      process.exit(1);
    });
  };
  process.on('SIGTERM', () => stopOnce('SIGTERM', 0));
  process.on('SIGINT', () => stopOnce('SIGINT', 0));
  database.lost.then((message) => {
    process.stderr.write(`${message}\n`);
    stopOnce('database-lost', EXIT_UNAVAILABLE);
  });
}

function end(exitCode: number, lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = exitCode;
}
