import { parseArgs } from 'node:util';
import type { Role } from '../domain/actor.ts';
import { findMunicipality } from '../domain/lists/municipalities.ts';
import type { RootRequest } from '../vault/password-root.ts';
import type { AdministrationPorts } from './administration.ts';
import { createServerKeys, readServerSecret } from './auth/server-keys.ts';
import { systemClock } from './clock.ts';
import { readConfig } from './config.ts';
import { createServer } from './create-server.ts';
import { describeTargets } from './demo/describe-targets.ts';
import { createDemoCode, DEMO_ACCOUNTS, DEMO_CITIES, DEMO_PASSWORD, seedDemo } from './demo/seed-demo.ts';
import { deriveRoot } from './derive-root.ts';
import { createLog } from './log.ts';
import { openDatabase } from './open-database.ts';
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
  monitor: 'nobody’s data: the account says what it is for (figures for monitors are still to come)',
  admin: 'who has access and with which devices; nobody’s data',
} as const satisfies Record<Role, string>;
const tell = (line: string) => process.stdout.write(`${line}\n`);

try {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h', default: false } } });
  if (values.help) process.stdout.write(HELP);
  else await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
  process.exitCode = 64;
}

async function run(): Promise<void> {
  const config = readConfig({ TACCUINO_DATA: './data/demo', ...process.env });
  if (!config.ok) return fail(config.error.join('\n'));
  const log = createLog('warn', (line) => process.stderr.write(line));
  const database = await openDatabase(config.value, log);
  if (!database.ok) return fail(database.error);
  const { appUrl, ownerUrl, close } = database.value;
  if (ownerUrl === undefined) return fail('The demonstration makes its own tables: set DATABASE_OWNER_URL too.');
  await migrate({ ownerUrl, appUrl });
  const serverSecret = config.value.TACCUINO_SERVER_KEY ?? (await readServerSecret(config.value.TACCUINO_DATA));
  const server = await createServer(config.value, { appUrl, serverSecret, clock: systemClock, log });
  if (!server.ok) {
    await close();
    return fail(server.error);
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
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await ownerPool.end();
    await server.value.close();
    await close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
  const [firstCity] = DEMO_CITIES;
  if (firstCity !== undefined && (await findStoredMunicipality(ownerPool, firstCity.municipality)) === undefined) {
    tell('Filling the demonstration, about half a minute…');
    await seedDemo(ports, url, tell);
  }
  await introduce(ports, url);
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

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 69;
}
