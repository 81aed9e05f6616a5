import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as newUuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { API_BASE } from '../../../src/protocol/version.ts';
import { ROUTES } from '../../../src/server/routes.ts';
import { startTestServer, type TestServer } from '../start-test-server.ts';
import { createPerson, problemType, push } from '../test-changes.ts';

let server: TestServer;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taccuino-app-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), `<!doctype html><title>Taccuino</title>${' '.repeat(500)}`);
  await writeFile(join(folder, 'assets', 'entry-Ab12Cd34.js'), `export const a = 1;${' '.repeat(500)}`);
  await writeFile(join(folder, 'assets', 'entry-Ab12Cd34.js.map'), '{}');
  await writeFile(join(folder, 'verify.html'), '<!doctype html><title>Public page</title>');
  await writeFile(join(folder, 'service-worker.js'), '// worker');
  server = await startTestServer({ TACCUINO_APP: folder, TACCUINO_METRICS_TOKEN: 'metrics-token-for-tests' });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

describe('every response', () => {
  test.each(['/', '/nothing.js', '/healthz', '/api/nothing', `${API_BASE}/pull`, '/api/openapi.json'])(
    'of %s carries the headers of a careful site',
    async (path) => {
      const { headers } = await server.api.get(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('permissions-policy')).toContain('geolocation=(self)');
      expect(headers.get('permissions-policy')).toContain('microphone=()');
      expect(headers.get('strict-transport-security')).toBeNull();
    },
  );
});

describe('a request that is none', () => {
  test('carries them too', async () => {
    const answer = await server.api.get(`/?${'x'.repeat(20_000)}`);
    expect(answer.status).toBe(431);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('files of the app', () => {
  test('with a hash in the name never change; the others are asked for each time', async () => {
    const asset = await server.api.get('/assets/entry-Ab12Cd34.js');
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(asset.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    for (const path of ['/', '/index.html', '/service-worker.js']) {
      const answer = await server.api.get(path);
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-cache']);
      const again = await server.api.get(path, { 'if-none-match': answer.headers.get('etag') ?? '' });
      expect(again.status).toBe(304);
    }
  });

  test('answer a route that has a page of its own with that page', async () => {
    expect((await server.api.get('/verify')).text).toContain('<title>Public page</title>');
    expect((await server.api.get('/verify/x')).text).toContain('<title>Taccuino</title>');
  });

  test('answer a route of the app with index.html, and what is not there with 404', async () => {
    expect((await server.api.get('/people/018f')).text).toContain('<title>Taccuino</title>');
    for (const path of [
      '/assets/gone-12345678.js',
      '/entry.js.map',
      '/assets/entry-Ab12Cd34.js.map',
      '/..%2f..%2fetc%2fpasswd.txt',
    ]) {
      expect([path, (await server.api.get(path)).status]).toEqual([path, 404]);
    }
  });

  test('are compressed', async () => {
    const answer = await server.api.get('/', { 'accept-encoding': 'gzip' });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(answer.text).toContain('Taccuino');
  });
});

describe('what is not there', () => {
  test('is a problem with a stable type', async () => {
    expect(problemType(await server.api.get('/api/nothing'))).toBe('NotFound');
    expect(problemType(await server.api.get('/nothing.png'))).toBe('NotFound');
    const wrongMethod = await server.api.send('PUT', `${API_BASE}/session`);
    expect([problemType(wrongMethod), wrongMethod.headers.get('allow')]).toEqual(['MethodNotAllowed', 'POST, DELETE']);
    expect(problemType(await server.api.send('POST', '/'))).toBe('MethodNotAllowed');
  });
});

describe('openapi.json', () => {
  test('lists every route with its schemas and who may', async () => {
    const document = (await server.api.get('/api/openapi.json')).json as {
      paths: Record<string, Record<string, { description: string; requestBody?: unknown; security: unknown[] }>>;
    };
    for (const { method, path, who, body, takes } of ROUTES) {
      const operation = document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
      expect(operation?.security).toHaveLength(who.auth === 'none' ? 0 : 1);
      expect(operation?.requestBody !== undefined).toBe((body ?? takes) !== undefined);
      if (who.auth === 'session') expect(operation?.description).toContain(who.roles.join(', '));
    }
    expect(Object.values(document.paths).flatMap((path) => Object.keys(path))).toHaveLength(ROUTES.length);
    expect(JSON.stringify(document)).toContain('"maxItems":1000');
  });
});

describe('whoever runs the server', () => {
  test('asks for health, readiness and metrics', async () => {
    const health = await server.api.get('/healthz');
    expect([health.text, health.headers.get('cache-control')]).toEqual(['ok\n', 'no-store']);
    expect((await server.api.get('/readyz')).text).toBe('ready\n');
    expect((await server.api.get('/metrics')).status).toBe(403);
    const metrics = await server.api.as('Bearer metrics-token-for-tests').get('/metrics');
    expect(metrics.text).toMatch(/taccuino_requests_total\{method="GET",route="\/healthz",status="200"\} \d/);
    expect(metrics.text).toMatch(/taccuino_live_connections 0/);
  });

  test('finds one line a request in the log, and in it nothing personal', async () => {
    const worker = await server.join('outreach');
    await push(worker.api, newUuid(), [createPerson({ nickname: 'PLANTED-NICKNAME' })]);
    await worker.api.get(`${API_BASE}/pull?protocol=1&cursor=PLANTED-QUERY`);
    await worker.api.post(`${API_BASE}/push`, { protocol: 1, planted: 'PLANTED-BODY' });
    const lines = server.logLines.map((line) => JSON.parse(line));
    expect(lines.at(-1)).toMatchObject({
      event: 'request',
      method: 'POST',
      route: `${API_BASE}/push`,
      status: 400,
      ms: expect.any(Number),
    });
    expect(server.logLines.join('')).not.toMatch(/PLANTED|127\.0\.0\.1|Bearer|c_d969\./);
  });
});

describe('without a token for the metrics', () => {
  test('only this machine reads them, and not whoever comes through a proxy that nobody named', async () => {
    const bare = await startTestServer();
    try {
      expect((await bare.api.get('/metrics')).status).toBe(200);
      expect((await bare.api.get('/metrics', { 'x-forwarded-for': '203.0.113.9' })).status).toBe(403);
      expect((await bare.api.get('/metrics', { forwarded: 'for=203.0.113.9' })).status).toBe(403);
    } finally {
      await bare.close();
    }
  });
});
