import { request } from 'node:http';

/**
 * The road between one device and the server: real HTTP on loopback, and on it everything that goes wrong in the field. A plan is
 * a list of faults for the next requests, in order; after it the road is good again, unless it is cut.
 */
export type Fault =
  /** It never arrives. */
  | 'lost'
  /** It arrives and is worked on; the answer never comes back. */
  | 'answer-lost'
  /** It hangs until the device cuts it; the server never hears of it. */
  | 'black-hole'
  /** The server answers into a void: it hangs until the device cuts it. */
  | 'answer-black-hole'
  /** The connection breaks while the request is being sent. */
  | 'cut-inside'
  /** The answer breaks off in the middle. */
  | 'answer-cut'
  /** It arrives twice; the second answer is the one that comes back. */
  | 'doubled'
  /** It arrives, and once more when the next request is already under way. */
  | 'straggler'
  | 'slow'
  /** A 200 with a page of a hotel's network. */
  | 'captive-portal'
  /** Something before the server answers with this status and a page of its own. */
  | { readonly status: number }
  /** So slow that the device cuts every answer longer than this. */
  | { readonly answerBytesMax: number };

export type FaultyNetwork = {
  readonly fetch: typeof globalThis.fetch;
  /**
   * These, for the next requests. Live connections take none of them, nor do registering a vault and asking for what was sent
   * back: a plan is about push, pull and receipt, and those two come between them.
   */
  readonly plan: (...faults: readonly (Fault | 'good')[]) => void;
  /** This fault for every request until `heal`. */
  readonly keep: (fault: Fault) => void;
  readonly cut: () => void;
  /** Good from now on, whatever was planned. */
  readonly heal: () => void;
  /** Method and path of every request that the device made, and the texts of what came back. */
  readonly asked: string[];
  readonly received: string[];
};

const SLOW_MS = 30;
const ASIDE = /\/(vaults\/[^/]+|returned(\/taken)?)$/;

export function createFaultyNetwork(): FaultyNetwork {
  let planned: (Fault | 'good')[] = [];
  let kept: Fault | undefined;
  let straggler: (() => Promise<unknown>) | undefined;
  const asked: string[] = [];
  const received: string[] = [];

  return {
    asked,
    received,
    plan: (...faults) => planned.push(...faults),
    keep(fault) {
      kept = fault;
    },
    cut() {
      kept = 'lost';
    },
    heal() {
      kept = undefined;
      planned = [];
    },
    async fetch(input, init = {}) {
      const url = new URL(String(input));
      asked.push(`${init.method ?? 'GET'} ${url.pathname}`);
      if (url.pathname.endsWith('/live')) {
        if (kept !== undefined) throw new TypeError('no network');
        return globalThis.fetch(url, init);
      }
      const late = straggler;
      straggler = undefined;
      const fault = kept ?? (ASIDE.test(url.pathname) ? 'good' : planned.shift()) ?? 'good';
      const answer = await travel(fault, url, init);
      await late?.();
      const text = await answer.text();
      received.push(text);
      const { status, headers } = answer;
      return new Response(status === 204 ? null : text, { status, headers });
    },
  };

  async function travel(fault: Fault | 'good', url: URL, init: RequestInit): Promise<Response> {
    // Read whole here, so that no half-read answer keeps a connection.
    const go = async () => {
      const { status, headers, ...answer } = await readWhole(url, init);
      return new Response(status === 204 ? null : answer.text, { status, headers });
    };
    if (typeof fault === 'object')
      return 'status' in fault ? page(fault.status) : cutLong(await go(), fault.answerBytesMax);
    switch (fault) {
      case 'good':
        return go();
      case 'lost':
        throw new TypeError('no network');
      case 'answer-lost':
        await go();
        throw new TypeError('connection lost');
      case 'black-hole':
        return untilCut(init);
      case 'answer-black-hole':
        await go();
        return untilCut(init);
      case 'cut-inside':
        await sendHalf(url, init);
        throw new TypeError('connection lost');
      case 'answer-cut': {
        const answer = await go();
        const text = await answer.text();
        return new Response(text.slice(0, text.length / 2), { status: 200, headers: answer.headers });
      }
      case 'doubled':
        await go();
        return go();
      case 'straggler':
        straggler = go;
        return go();
      case 'slow':
        await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
        return go();
      case 'captive-portal':
        return page(200);
    }
  }
}

async function readWhole(url: URL, init: RequestInit): Promise<{ status: number; headers: Headers; text: string }> {
  const answer = await globalThis.fetch(url, init);
  const { status, headers } = answer;
  return {
    status,
    headers: new Headers([...headers].filter(([name]) => name === 'content-type')),
    text: await answer.text(),
  };
}

const page = (status: number): Response =>
  new Response('<!doctype html><title>Benvenuto</title><h1>Wi-Fi ospiti</h1>', {
    status,
    headers: { 'content-type': 'text/html' },
  });

async function cutLong(answer: Response, bytesMax: number): Promise<Response> {
  const text = await answer.text();
  if (text.length > bytesMax) throw new DOMException('timed out', 'TimeoutError');
  return new Response(text, answer);
}

const untilCut = ({ signal }: RequestInit): Promise<never> =>
  new Promise((_, reject) => {
    const cut = () => reject(new DOMException('timed out', 'TimeoutError'));
    if (signal?.aborted) cut();
    signal?.addEventListener('abort', cut, { once: true });
  });

/** A real connection, broken when half of the body is on its way. */
function sendHalf(url: URL, { method = 'GET', headers, body }: RequestInit): Promise<void> {
  const bytes = Buffer.from(typeof body === 'string' ? body : '');
  return new Promise((resolve) => {
    const sending = request(url, {
      method,
      headers: { ...Object.fromEntries(new Headers(headers)), 'content-length': String(bytes.length + 1) },
      agent: false,
    });
    sending.on('error', () => undefined);
    sending.on('close', resolve);
    sending.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => sending.destroy());
    if (bytes.length === 0) sending.destroy();
  });
}
