import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Role } from '../domain/actor.ts';
import { findMunicipality } from '../domain/lists/municipalities.ts';
import type { RootRequest } from '../vault/password-root.ts';
import type { AdministrationPorts } from './administration.ts';
import { createServerKeys, readServerSecret } from './auth/server-keys.ts';
import { systemClock } from './clock.ts';
import { type Config, readConfig } from './config.ts';
import { createServer } from './create-server.ts';
import { describeTargets } from './demo/describe-targets.ts';
import { createDemoCode, DEMO_ACCOUNTS, DEMO_CITIES, DEMO_PASSWORD, seedDemo } from './demo/seed-demo.ts';
import { deriveRoot } from './derive-root.ts';
import { createLog, type Log } from './log.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';
import { describeDatabaseError } from './store/database-error.ts';
import { migrate } from './store/migrate.ts';
import { findStoredMunicipality } from './store/municipalities.ts';
import { openPool } from './store/open-pool.ts';

/** `npm run demo`: the whole system with demonstration data on one address. The data stays in its folder between two starts. */
const HELP = `Usage: npm run demo

Builds the app, starts the server with its embedded database, fills it with demonstration data the first time (about half a
minute) and prints the address, the accounts and a code to enrol a device with. Stop it with Ctrl+C.

  TACCUINO_PORT   port to listen on (default 8080)
  TACCUINO_DATA   folder of the data (default ./data/demo); delete it to start again
`;
const SEEN_BY_ROLE = {
  outreach: 'people, services, homes, events: all of the daily work',
  coordinator: 'the same, and what waits for a decision; shows volunteers the code of an event',
  volunteer: 'events only; to count at one, a phone scans its code and needs no account',
  monitor: 'nobody’s data: the account says what it is for',
  admin: 'who has access and with which devices; nobody’s data',
} as const satisfies Record<Role, string>;
const tell = (line: string) => process.stdout.write(`${line}\n`);

/** BSD's sysexits, as everywhere in this room. */
const EXIT_USAGE = 64;
const EXIT_UNAVAILABLE = 69;
const EXIT_CONFIG = 78;

/** In the data folder while it is being filled: half a demonstration would look like lost data. */
const UNFINISHED_FILE = 'demo-unfinished';

const asked = readHelp();
if (typeof asked === 'string') fail(EXIT_USAGE, `${asked}\n\n${HELP}`);
else if (asked) process.stdout.write(HELP);
else await run();

/** Whether help is asked for; a sentence for what is not known. */
function readHelp(): boolean | string {
  try {
    return parseArgs({ options: { help: { type: 'boolean', short: 'h', default: false } } }).values.help;
  } catch (error) {
    // Node's own sentence names the option; everything else is a bug.
    if (error instanceof TypeError) return error.message;
    throw error;
  }
}

async function run(): Promise<void> {
  const folder = process.env.TACCUINO_DATA || './data/demo';
  const config = readConfig({ ...process.env, TACCUINO_DATA: folder });
  if (!config.ok) return fail(EXIT_CONFIG, config.error.join('\n'));
  const unfinished = join(folder, UNFINISHED_FILE);
  if (existsSync(unfinished)) {
    return fail(
      EXIT_UNAVAILABLE,
      `The demonstration in ${folder} was stopped while it was being filled: delete that folder and start again.`,
    );
  }
  const log = createLog('warn', (line) => process.stderr.write(line));
  const database = await openDatabase(config.value, log);
  if (!database.ok) return fail(EXIT_UNAVAILABLE, database.error);
  try {
    await serveDemo(config.value, database.value, log, unfinished);
  } catch (error) {
    const sentence = describeDatabaseError(error);
    await database.value.close();
    if (sentence === undefined) throw error;
    fail(EXIT_UNAVAILABLE, sentence);
  }
}

async function serveDemo(config: Config, database: OpenDatabase, log: Log, unfinished: string): Promise<void> {
  const { appUrl, ownerUrl, close } = database;
  if (ownerUrl === undefined)
    return fail(EXIT_CONFIG, 'The demonstration makes its own tables: set DATABASE_OWNER_URL too.');
  await migrate({ ownerUrl, appUrl });
  const serverSecret = config.TACCUINO_SERVER_KEY ?? (await readServerSecret(config.TACCUINO_DATA));
  const server = await createServer(config, { appUrl, serverSecret, clock: systemClock, log });
  if (!server.ok) {
    await close();
    return fail(EXIT_UNAVAILABLE, server.error);
  }
  const { url } = server.value;
  const ownerPool = openPool(ownerUrl, 2);
  const ports: AdministrationPorts = {
    ownerPool,
    keys: createServerKeys(serverSecret),
    clock: systemClock,
    deriveRoot: rememberRoots(),
  };
  let isStopping = false;
  const stop = async (exitCode: number) => {
    if (isStopping) return;
    isStopping = true;
    await ownerPool.end();
    await server.value.close();
    await close();
    process.exit(exitCode);
  };
  process.on('SIGINT', () => void stop(0));
  process.on('SIGTERM', () => void stop(0));
  void database.lost.then((message) => {
    process.stderr.write(`${message}\n`);
    void stop(EXIT_UNAVAILABLE);
  });
  try {
    await fillOnce(ports, url, unfinished);
    await introduce(ports, url);
  } catch (error) {
    // Stopped while it was being filled: what broke off is the stop, and the note in the folder tells of it.
    if (isStopping) return;
    await ownerPool.end();
    await server.value.close();
    throw error;
  }
}

async function fillOnce(ports: AdministrationPorts, url: string, unfinished: string): Promise<void> {
  const [firstCity] = DEMO_CITIES;
  if (firstCity === undefined) return;
  if ((await findStoredMunicipality(ports.ownerPool, firstCity.municipality)) !== undefined) return;
  tell('Filling the demonstration, about half a minute…');
  await mkdir(dirname(unfinished), { recursive: true });
  await writeFile(unfinished, '');
  await seedDemo(ports, url, tell);
  await rm(unfinished);
}

async function introduce(ports: AdministrationPorts, url: string): Promise<void> {
  tell(`\nTaccuino is open at ${url}\n`);
  tell('1. Enrol the device with the code of a city:');
  for (const { municipality } of DEMO_CITIES) {
    const name = findMunicipality(municipality)?.name ?? municipality;
    tell(`   ${name.padEnd(10)} ${await createDemoCode(ports, municipality)}   ${describeTargets(municipality)}`);
  }
  tell(`2. Sign in with the password ${DEMO_PASSWORD} as one of:`);
  for (const { username, name, role } of DEMO_ACCOUNTS) {
    tell(`   ${username.padEnd(10)} ${role.padEnd(12)} ${name.padEnd(14)} ${SEEN_BY_ROLE[role]}`);
  }
  tell('\nCtrl+C stops it.');
}

/** The same password and salt give the same root: each account is derived once, not once an account and once a sign-in. */
function rememberRoots(): typeof deriveRoot {
  const roots = new Map<string, ReturnType<typeof deriveRoot>>();
  return async (request: RootRequest) => {
    const key = Buffer.from(request.salt).toString('hex');
    const root = roots.get(key) ?? deriveRoot(request);
    roots.set(key, root);
    // A copy, because whoever derives forgets afterwards by zeroing.
    return new Uint8Array(await root);
  };
}

function fail(exitCode: number, message: string): void {
  process.stderr.write(`${message.trimEnd()}\n`);
  process.exitCode = exitCode;
}
