import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { createDeterministicCrypto, SimulatedKey } from './deterministic-crypto.ts';
import { createRandom, type Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';

/**
 * What the platform does outside the seed's will (timers, threads, streams), replaced in this thread before any of the product is
 * loaded. Everything goes to the world that runs now; there is one at a time.
 */
let world: { readonly scheduler: Scheduler; readonly random: Random } | undefined;

export function enterWorld(scheduler: Scheduler, random: Random): void {
  world = { scheduler, random };
}

const scheduler = (): Scheduler => {
  if (world === undefined) throw new Error('a timer outside of any world');
  return world.scheduler;
};
/** Before the first world: modules that make a key while they are loaded. */
const loading = createRandom(1);

export class SimulatedResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  readonly #text: string;
  constructor(body: string | Uint8Array | null = '', { status = 200, headers = {} }: ResponseInit = {}) {
    this.status = status;
    this.headers = new Headers(headers);
    this.body = null;
    // Bytes travel as characters, one each.
    this.#text = typeof body === 'string' ? body : Buffer.from(body ?? []).toString('latin1');
  }
  get ok(): boolean {
    return this.status >= 200 && this.status < 300;
  }
  text(): Promise<string> {
    return Promise.resolve(this.#text);
  }
  json(): Promise<unknown> {
    return Promise.resolve(this.#text).then(JSON.parse);
  }
  arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.resolve(Uint8Array.from(Buffer.from(this.#text, 'latin1')).buffer);
  }
}

/** Made once: most of them come when nobody waits any more, and a stack costs more than the timer. */
const TIMED_OUT = new DOMException('timed out', 'TimeoutError');

const timeouts = new WeakMap<AbortSignal, () => void>();
/** Its request is over: nobody hears it any more. */
export const forgetTimeout = (signal: AbortSignal | null | undefined): void => {
  if (signal) timeouts.get(signal)?.();
};

/** One chunk in, one chunk out. */
class SimulatedTransform {
  readonly writable: unknown;
  readonly readable: unknown;
  constructor(transform: (bytes: Buffer) => Buffer) {
    const chunks: Uint8Array[] = [];
    let answer: Promise<Buffer> | undefined;
    let isRead = false;
    this.writable = {
      getWriter: () => ({
        write: (chunk: Uint8Array) => Promise.resolve(void chunks.push(chunk)),
        close: () => Promise.resolve(),
      }),
    };
    this.readable = {
      getReader: () => ({
        cancel: () => Promise.resolve(),
        read: async () => {
          if (isRead) return { done: true, value: undefined };
          isRead = true;
          answer ??= Promise.resolve().then(() => transformed(transform, Buffer.concat(chunks)));
          return { done: false, value: new Uint8Array(await answer) };
        },
      }),
    };
  }
}

function transformed(transform: (bytes: Buffer) => Buffer, bytes: Buffer): Buffer {
  try {
    return transform(bytes);
  } catch {
    throw new TypeError('not DEFLATE');
  }
}

const realClone = globalThis.structuredClone;

/** Rows of plain values and bytes, which is all that our tables hold; the platform's own for whatever else. */
function cloneRow(value: unknown): unknown {
  if (typeof value === 'function' || typeof value === 'symbol') return realClone(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(cloneRow);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Uint8Array.prototype) return (value as Uint8Array).slice();
  if (prototype === SimulatedKey.prototype) return value;
  if (prototype !== Object.prototype) return realClone(value);
  const clone: Record<string, unknown> = {};
  for (const key of Object.keys(value)) clone[key] = cloneRow((value as Record<string, unknown>)[key]);
  return clone;
}

export function installStandIns(): void {
  const set = (name: string, value: unknown) =>
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  // Dexie would tell the other threads of this process what it wrote.
  set('BroadcastChannel', undefined);
  set('setImmediate', (work: () => void) => scheduler().soon(work));
  set('setTimeout', (work: () => void, ms = 0) => scheduler().after(ms, work));
  set('clearTimeout', (cancel: unknown) => typeof cancel === 'function' && cancel());
  set('structuredClone', cloneRow);
  set('Response', SimulatedResponse);
  // Dexie copies what it does not know, and a key's secret would stay behind.
  set('CryptoKey', SimulatedKey);
  // See load-hooks.ts: the line of database openings goes on when the tab at its head dies.
  set('simulatedDeath', () => new Promise<void>((resolve) => scheduler().current().onDeath.push(resolve)));
  set(
    'CompressionStream',
    class extends SimulatedTransform {
      constructor() {
        super((bytes) => deflateRawSync(bytes, { level: 1 }));
      }
    },
  );
  set(
    'DecompressionStream',
    class extends SimulatedTransform {
      constructor() {
        super((bytes) => inflateRawSync(bytes));
      }
    },
  );
  set(
    'crypto',
    createDeterministicCrypto({
      randomBytes: (count) => (world?.random ?? loading).bytes(count),
      boundary: (what) => world?.scheduler.boundary(what) ?? false,
    }),
  );
  AbortSignal.timeout = (ms) => {
    const controller = new AbortController();
    timeouts.set(
      controller.signal,
      scheduler().after(ms, () => controller.abort(TIMED_OUT)),
    );
    return controller.signal;
  };
}
