import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as newUuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { API_BASE } from '../../src/protocol/version.ts';
import { startTestServer, type TestServer } from './start-test-server.ts';
import { createService, numberChanges } from './test-changes.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe('a server that stops', () => {
  test('finishes a push whose body is still coming, and takes nothing new', async () => {
    const worker = await server.join('outreach');
    const other = await server.startAnother();
    const body = JSON.stringify({ protocol: 1, stream: newUuid(), changes: await numberChanges([createService()]) });
    const push = request(`${other.url}${API_BASE}/push`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${worker.token}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      },
    });
    const answered = once(push, 'response');
    push.write(body.slice(0, 40));
    await sleep(300);
    const closed = other.close();
    await sleep(300);
    await expect(fetch(`${other.url}/healthz`)).rejects.toThrow();
    push.end(body.slice(40));
    const [answer]: IncomingMessage[] = await answered;
    expect(answer?.statusCode).toBe(200);
    answer?.resume();
    await closed;
  });

  test('is stopped once, however often it is asked', async () => {
    const other = await server.startAnother();
    await Promise.all([other.close(), other.close()]);
    await other.close();
  });
});
