import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { nothing, sendRequest } from '../../src/sync/http-client.ts';

const answering = (status: number, body: string, headers: Record<string, string> = {}) => ({
  origin: 'http://127.0.0.1:1',
  fetch: async () => new Response(body, { status, headers }),
});
const ask = { method: 'GET', path: '/pull', response: z.strictObject({ epoch: z.string() }) } as const;
const problem = (type: string, more: object = {}) =>
  JSON.stringify({ type: `tag:taccuino,2026:${type}`, title: type, status: 400, ...more });

describe('a request', () => {
  it('gives the parsed answer', async () => {
    expect(await sendRequest(answering(200, '{"epoch":"e"}'), ask)).toEqual({ ok: true, value: { epoch: 'e' } });
  });

  it.each([
    ['a captive portal that says 200 with a page', 200, '<html>Benvenuto</html>'],
    ['JSON of another shape', 200, '{"epoch":1}'],
    ['JSON with more than agreed', 200, '{"epoch":"e","extra":1}'],
    ['a body cut in the middle', 200, '{"epoch":"'],
    ['a redirect', 302, ''],
    ['a proxy error without our problem details', 502, '<h1>Bad gateway</h1>'],
    ['a plain 404', 404, 'not here'],
  ])('takes %s for no answer of ours', async (_, status, body) => {
    expect(await sendRequest(answering(status, body), ask)).toEqual({
      ok: false,
      error: { type: 'NotOurServer', status },
    });
  });

  it('that is answered with nothing on purpose is told from a login page, which has no JSON either', async () => {
    const told = { ...ask, response: nothing };
    const empty = { origin: '', fetch: async () => new Response(null, { status: 204 }) };
    expect(await sendRequest(empty, told)).toEqual({ ok: true, value: undefined });
    for (const page of ['<html>Benvenuto</html>', '', '{}']) {
      expect(await sendRequest(answering(200, page), told)).toMatchObject({ error: { type: 'NotOurServer' } });
    }
  });

  it('reads the stable type and the wait of a problem, and knows no unknown type', async () => {
    const busy = answering(503, problem('ServerBusy', { retryAfterSeconds: 7 }));
    expect(await sendRequest(busy, ask)).toEqual({
      ok: false,
      error: { type: 'Refused', problem: 'ServerBusy', status: 503, retryAfterMs: 7_000 },
    });
    expect(await sendRequest(answering(418, problem('FromTheFuture')), ask)).toMatchObject({
      error: { type: 'Refused', problem: undefined, status: 418 },
    });
  });

  it('cuts a request that hangs', async () => {
    const fetch = (_: unknown, init?: RequestInit) =>
      new Promise<Response>((_resolve, reject) =>
        init?.signal?.addEventListener('abort', () => reject(new Error('cut'))),
      );
    const hanging = { origin: '', fetch, timeoutMs: 20 };
    expect(await sendRequest(hanging, ask)).toEqual({ ok: false, error: { type: 'Unreachable' } });
  });

  it('cuts an answer whose body never ends', async () => {
    const fetch = async (_: unknown, init?: RequestInit) =>
      new Response(
        new ReadableStream({
          start: (controller) => init?.signal?.addEventListener('abort', () => controller.error(new Error('cut'))),
        }),
      );
    const dripping = { origin: '', fetch, timeoutMs: 20 };
    expect(await sendRequest(dripping, ask)).toEqual({ ok: false, error: { type: 'Unreachable' } });
  });
});
