import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { API_BASE } from '../../protocol/version.ts';
import { errorToFields } from '../log.ts';
import type { Route } from '../routes/route.ts';
import { ROUTES } from '../routes.ts';
import type { ServerPorts } from '../server-ports.ts';
import { isUnreachable } from '../store/database-error.ts';
import { addressToGroup, clientAddress, isLoopback, isUnnamedProxied } from './client-address.ts';
import { createMetrics } from './metrics.ts';
import { routesToOpenApi } from './openapi.ts';
import { problemToResponse } from './problem.ts';
import type { StaticFiles } from './static-files.ts';

export type AppSettings = {
  readonly trustedProxies: readonly string[];
  readonly metricsToken: string | undefined;
  readonly requestsMax: number;
  readonly files: StaticFiles | undefined;
  /** Whether the server can do its work now: its database answers and it is not stopping. */
  readonly isReady: () => Promise<boolean>;
};

type Env = { Bindings: HttpBindings; Variables: { route: string } };

/** The table of routes and what stands around it: files of the app, health, metrics, and the one boundary where bugs are logged. */
export function buildApp(ports: ServerPorts, settings: AppSettings): Hono<Env> {
  const app = new Hono<Env>();
  const metrics = createMetrics();
  let inFlight = 0;

  app.use(async (context, next) => {
    const startedAt = performance.now();
    await next();
    const route = context.get('route') ?? 'other';
    const { method } = context.req;
    const seconds = (performance.now() - startedAt) / 1000;
    metrics.count({ method, route, status: context.res.status, seconds });
    ports.log('info', 'request', { method, route, status: context.res.status, ms: Math.round(seconds * 1000) });
  });

  for (const route of ROUTES) app.on(route.method, route.path, (context) => runRoute(route, context));
  for (const path of new Set(ROUTES.map((route) => route.path))) {
    const allow = ROUTES.filter((route) => route.path === path).map(({ method }) => method);
    app.all(path, () => problemToResponse({ type: 'MethodNotAllowed' }, { allow: allow.join(', ') }));
  }

  const openApi = routesToOpenApi(ROUTES);
  app.get(
    '/api/openapi.json',
    named('/api/openapi.json', (context) => context.json(openApi, 200, { 'cache-control': 'no-cache' })),
  );
  app.get(
    '/healthz',
    named('/healthz', () => plainText('ok\n')),
  );
  app.get('/readyz', named('/readyz', answerReady));
  app.get('/metrics', named('/metrics', answerMetrics));
  app.all('/api/*', () => problemToResponse({ type: 'NotFound' }));
  app.get(
    '*',
    named('file', ({ req }) => settings.files?.find(req.path, req.raw.headers) ?? answerNoFile()),
  );
  app.notFound(() => problemToResponse({ type: 'MethodNotAllowed' }, { allow: 'GET, HEAD' }));
  app.onError((error) => {
    // The database is starting again, stopping or out of connections: nothing is wrong with the request.
    if (isUnreachable(error)) return problemToResponse({ type: 'ServerBusy', retryAfterSeconds: 2 });
    ports.log('error', 'fault', errorToFields(error));
    return problemToResponse({ type: 'ServerFault' });
  });
  return app;

  async function runRoute(route: Route, context: Context<Env>): Promise<Response> {
    context.set('route', route.path);
    // Waiting for the database is what makes a queue: beyond the limit it is kinder to say so.
    if (inFlight >= settings.requestsMax) return problemToResponse({ type: 'ServerBusy', retryAfterSeconds: 2 });
    inFlight++;
    try {
      const address = addressToGroup(clientAddress(context.env.incoming, settings.trustedProxies));
      return await route.run({ raw: context.req.raw, params: context.req.param(), address }, ports);
    } finally {
      inFlight--;
    }
  }

  async function answerReady(): Promise<Response> {
    const isReady = await settings.isReady();
    return isReady ? plainText('ready\n') : problemToResponse({ type: 'ServerBusy', retryAfterSeconds: 2 });
  }

  function answerMetrics(context: Context<Env>): Response {
    const address = clientAddress(context.env.incoming, settings.trustedProxies);
    const token = settings.metricsToken;
    const isAllowed =
      token === undefined
        ? isLoopback(address) && !isUnnamedProxied(context.env.incoming, settings.trustedProxies)
        : context.req.header('authorization') === `Bearer ${token}`;
    if (!isAllowed) return problemToResponse({ type: 'NotPermitted', detail: 'See TACCUINO_METRICS_TOKEN.' });
    const memory = process.memoryUsage.rss();
    const gauges = { requests_in_flight: inFlight, live_connections: ports.live.count(), memory_bytes: memory };
    return new Response(metrics.toText({ ...gauges, uptime_seconds: Math.round(process.uptime()) }), {
      headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' },
    });
  }

  function answerNoFile(): Response {
    const detail = settings.files === undefined ? 'The app is not built here; the API is at ' : undefined;
    return problemToResponse({ type: 'NotFound', ...(detail !== undefined && { detail: `${detail}${API_BASE}.` }) });
  }
}

/** As things are now: no proxy between may answer in our place. */
const plainText = (text: string): Response =>
  new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } });

const named =
  (route: string, handle: (context: Context<Env>) => Response | Promise<Response>) => (context: Context<Env>) => {
    context.set('route', route);
    return handle(context);
  };
