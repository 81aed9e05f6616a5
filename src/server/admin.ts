import { text } from 'node:stream/consumers';
import type { AdminPorts, AnyCommand } from './admin/command.ts';
import { readInput } from './admin/command.ts';
import { findCommand, helpOfCommand, helpText } from './admin/commands.ts';
import { createServerKeys, readServerSecret } from './auth/server-keys.ts';
import { systemClock } from './clock.ts';
import { readConfig } from './config.ts';
import { deriveRoot } from './derive-root.ts';
import { createLog } from './log.ts';
import { openDatabaseBeside } from './open-database.ts';
import { checkServerKey } from './store/check-server-key.ts';
import { describeDatabaseError } from './store/database-error.ts';
import { migrate } from './store/migrate.ts';
import { openPool } from './store/open-pool.ts';

/** `npm run admin`: what only whoever runs the server does. */
const EXIT_NOT_DONE = 1;
const EXIT_USAGE = 64;
const EXIT_UNAVAILABLE = 69;
const EXIT_CONFIG = 78;

await run(process.argv.slice(2));

async function run(words: readonly string[]): Promise<void> {
  const isHelp = words.some((word) => word === '--help' || word === '-h');
  const found = findCommand(words);
  if (isHelp) return say(found === undefined ? helpText() : helpOfCommand(found.command));
  if (found === undefined)
    return end(
      EXIT_USAGE,
      `${words.length === 0 ? 'Which command?' : `There is no command ${words.join(' ')}.`}\n\n${helpText()}`,
    );
  const input = readInput(found.command, found.rest);
  if (!input.ok) return end(EXIT_USAGE, `${input.error}\n\n${helpOfCommand(found.command)}`);
  await runCommand(found.command, input.value);
}

async function runCommand(command: AnyCommand, input: unknown): Promise<void> {
  const config = readConfig(process.env);
  if (!config.ok) return end(EXIT_CONFIG, config.error.join('\n'));
  const log = createLog('warn', (line) => process.stderr.write(line));
  const database = await openDatabaseBeside(config.value, log);
  if (!database.ok) return end(EXIT_UNAVAILABLE, database.error);
  const { appUrl, ownerUrl, close } = database.value;
  try {
    if (ownerUrl === undefined) return end(EXIT_CONFIG, 'DATABASE_OWNER_URL is needed beside DATABASE_URL.');
    await migrate({ appUrl, ownerUrl });
    const secret = config.value.TACCUINO_SERVER_KEY ?? (await readServerSecret(config.value.TACCUINO_DATA));
    const keys = createServerKeys(secret);
    const ownerPool = openPool(ownerUrl, 1);
    const ports: AdminPorts = {
      ownerPool,
      appUrl,
      ownerUrl,
      keys,
      clock: systemClock,
      deriveRoot,
      readStdin: () => text(process.stdin),
    };
    const done = await checkServerKey(ownerPool, keys)
      .then((checked) => (checked.ok ? command.run(input, ports) : checked))
      .finally(() => ownerPool.end());
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

function say(answer: string): void {
  process.stdout.write(answer);
}

function end(exitCode: number, sentence: string): void {
  process.stderr.write(`${sentence.trimEnd()}\n`);
  process.exitCode = exitCode;
}
