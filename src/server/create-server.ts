import { setTimeout as sleep } from 'node:timers/promises';
import { err, ok, type Result } from '../domain/result.ts';
import { createServerKeys } from './auth/server-keys.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { cleanFiles } from './files/clean-files.ts';
import { buildApp } from './http/build-app.ts';
import { listen } from './http/listen.ts';
import { loadStaticFiles } from './http/static-files.ts';
import { createLiveHub } from './live/live-hub.ts';
import { errorToFields, type Log } from './log.ts';
import type { ServerPorts } from './server-ports.ts';
import { checkAppRole } from './store/check-app-role.ts';
import { checkServerKey } from './store/check-server-key.ts';
import { listenToSignals, sendSignals } from './store/live-signals.ts';
import { openPool, type Pool } from './store/open-pool.ts';
import { createPushStore } from './store/push-store.ts';

/** The central endpoint on a database that is there and migrated. Several of these may work on one database. */
export type TaccuinoServer = {
  readonly url: string;
  /** Takes no more, finishes what it has, lets everything go. */
  close(): Promise<void>;
};

export type CreateServerPorts = {
  readonly appUrl: string;
  readonly serverSecret: string;
  readonly clock: Clock;
  readonly log: Log;
};

/** What waits for thirty days waits for six hours more. */
const CLEAN_EVERY_MS = 6 * 60 * 60 * 1000;

/** The error is one sentence for the person at the terminal. */
export async function createServer(
  config: Config,
  { appUrl, serverSecret, clock, log }: CreateServerPorts,
): Promise<Result<TaccuinoServer, string>> {
  const pool = openPool(appUrl, config.TACCUINO_DATABASE_CONNECTIONS);
  const keys = createServerKeys(serverSecret);
  const role = await checkAppRole(pool);
  const checked = role.ok ? await checkServerKey(pool, keys) : role;
  if (!checked.ok) {
    await pool.end();
    return checked;
  }
  const live = createLiveHub({
    send: (signals) => sendSignals(pool, signals),
    reportFault: (error) => log('warn', 'live-signal-lost', errorToFields(error)),
    connectionsMax: config.TACCUINO_LIVE_MAX,
  });
  const listening = await listenToSignals(pool, live.receive, live.wakeAll);
  const ports: ServerPorts = { pool, pushStore: createPushStore(pool), clock, keys, live, log };
  const files = await loadStaticFiles(config.TACCUINO_APP);
  if (files === undefined) log('warn', 'app-not-built', { folder: config.TACCUINO_APP, mend: 'npm run build' });
  let isStopping = false;
  const app = buildApp(ports, {
    trustedProxies: config.TACCUINO_TRUSTED_PROXY,
    metricsToken: config.TACCUINO_METRICS_TOKEN,
    requestsMax: config.TACCUINO_REQUESTS_MAX,
    files,
    isReady: async () => !isStopping && (await isAnswering(pool)),
  });
  const { TACCUINO_TLS_CERT: certFile, TACCUINO_TLS_KEY: keyFile } = config;
  const server = await listen(
    {
      host: config.TACCUINO_HOST,
      port: config.TACCUINO_PORT,
      trustedProxies: config.TACCUINO_TRUSTED_PROXY,
      tls: certFile === undefined || keyFile === undefined ? undefined : { certFile, keyFile },
    },
    app.fetch,
  );
  const cleaning = setInterval(() => {
    cleanFiles(ports).catch((error: unknown) => log('warn', 'files-not-cleaned', errorToFields(error)));
  }, CLEAN_EVERY_MS);
  cleaning.unref();
  const release = async () => {
    clearInterval(cleaning);
    live.close();
    await listening.stop();
    await pool.end({ timeout: 5 });
  };
  if (!server.ok) {
    await release();
    return err(server.error);
  }
  let closing: Promise<void> | undefined;
  const close = async () => {
    isStopping = true;
    live.close();
    await server.value.close();
    await release();
  };
  return ok({
    url: server.value.url,
    close: () => {
      closing ??= close();
      return closing;
    },
  });
}

/** Who asks wants to know about now: a balancer would not wait until a database that is away has come back. */
const ANSWER_MS_MAX = 2_000;

const isAnswering = (pool: Pool): Promise<boolean> =>
  Promise.race([
    pool`SELECT 1`.then(
      () => true,
      () => false,
    ),
    sleep(ANSWER_MS_MAX, false, { ref: false }),
  ]);
