import { startEmbeddedPostgres } from '../../../src/server/postgres/embedded-postgres.ts';

/** A server process that does nothing but hold a database: started by the tests to be killed. Says one line of JSON. */
const [dataDir = ''] = process.argv.slice(2);
const started = await startEmbeddedPostgres({ dataDir, log: () => undefined });
process.stdout.write(
  `${JSON.stringify(started.ok ? { type: 'started', ownerUrl: started.value.ownerUrl } : started.error)}\n`,
);
if (started.ok) {
  process.once('SIGTERM', () => started.value.stop().then(() => process.exit()));
  setInterval(() => undefined, 60_000);
}
