import { ROAD_FAULT_RATE, ROAD_FAULTS, type RoadFault, type Tally } from './faults.ts';
import type { Random } from './random.ts';
import type { Scheduler, SimProcess } from './scheduler.ts';
import type { SimulatedServer, WireAnswer, WireRequest } from './simulated-server.ts';
import { forgetTimeout, SimulatedResponse } from './stand-ins.ts';

/** The road between a device and the server, as a `fetch`. */
export type RoadState = 'good' | 'bad' | 'cut';
export type RoadNeeds = {
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly server: SimulatedServer;
  readonly tally: Tally;
  readonly note: (what: string) => void;
};
export type Traveller = {
  readonly name: string;
  /** As it is now. */
  readonly road: () => RoadState;
  /** The app of the release before spoke version 1. */
  readonly isOldApp: () => boolean;
  /** These changes were damaged on their way: the server cannot read them. */
  readonly onDamaged: (changeId: string) => void;
};

const ANSWER_MS_MAX = 60;
const DELAY_MS_MAX = 40_000;
const STRAGGLER_MS_MAX = 180_000;
/** Made once, as its stack costs more than the rest of a request. */
const CUT = new DOMException('cut', 'AbortError');
const PORTAL = '<!doctype html><title>Benvenuto</title><h1>Wi-Fi ospiti</h1>';

export function createRoad({ scheduler, random, server, tally, note }: RoadNeeds) {
  return function travel(traveller: Traveller, process: SimProcess): typeof globalThis.fetch {
    return (input, init = {}) =>
      new Promise((answered, refused) => {
        const over = () => forgetTimeout(init.signal);
        const resolve = (answer: Response) => {
          over();
          answered(answer);
        };
        const reject = (error: unknown) => {
          over();
          refused(error);
        };
        if (scheduler.boundary('fetch', process)) return;
        const url = new URL(String(input), 'https://taccuino.test');
        const path = `${url.pathname.replace('/api/v1', '')}`;
        const cut = () => reject(CUT);
        if (init.signal?.aborted) return cut();
        init.signal?.addEventListener('abort', cut, { once: true });
        const fail = () => reject(new TypeError('no network'));
        const later = (ms: number, work: () => void) => scheduler.after(ms, work, process);
        if (traveller.road() === 'cut') {
          tally.count('message lost');
          later(random.below(200), fail);
          return;
        }
        if (path === '/live') return void listen(init, process, resolve, fail);
        const request = toWire(url, init, traveller);
        const fault =
          traveller.road() === 'bad' && random.chance(ROAD_FAULT_RATE) ? random.weighted(ROAD_FAULTS) : undefined;
        if (fault !== undefined) {
          tally.count(fault);
          note(`${traveller.name} ${path}: ${fault}`);
        }
        const deliver = (answer: WireAnswer | undefined) =>
          later(random.below(ANSWER_MS_MAX), () => {
            if (scheduler.boundary('answer', process)) return;
            if (answer === undefined) return fail();
            resolve(new SimulatedResponse(answer.text, answer) as unknown as Response);
          });
        go(fault, { request, deliver, fail: () => later(random.below(200), fail), traveller });
      });
  };

  function go(
    fault: RoadFault | undefined,
    way: {
      readonly request: WireRequest;
      readonly deliver: (answer: WireAnswer | undefined) => void;
      readonly fail: () => void;
      readonly traveller: Traveller;
    },
  ) {
    const { request, deliver, fail } = way;
    const send = (ms: number, sent: WireRequest, answer: (given: WireAnswer | undefined) => void) =>
      scheduler.after(ms, () => server.handle(sent, answer), scheduler.world);
    const ms = random.below(ANSWER_MS_MAX);
    const nobody = () => undefined;
    switch (fault) {
      case undefined:
        return void send(ms, request, deliver);
      case 'message lost':
        return fail();
      case 'message delayed':
        return void send(random.below(DELAY_MS_MAX), request, deliver);
      case 'message doubled':
        send(ms, request, nobody);
        return void send(ms + random.below(50), request, deliver);
      case 'message reordered':
        // The device gives it up and sends others; then it arrives after all.
        send(random.below(STRAGGLER_MS_MAX), request, nobody);
        return fail();
      case 'response lost after commit':
        return void send(ms, request, fail);
      case 'connection cut inside': {
        const half = request.body?.slice(0, request.body.length / 2);
        return void send(ms, { ...request, body: half }, fail);
      }
      case 'answer cut inside':
        return void send(ms, request, (answer) =>
          deliver(answer && { ...answer, text: answer.text.slice(0, answer.text.length / 2) }),
        );
      case 'black hole':
        return;
      case 'answer into a black hole':
        return void send(ms, request, nobody);
      case 'captive portal':
        return deliver(page(200));
      case 'change damaged on its way':
        return void send(ms, damage(request, way.traveller), deliver);
      default:
        return deliver(page(Number(fault.slice('status '.length))));
    }
  }

  function listen(init: RequestInit, process: SimProcess, resolve: (answer: Response) => void, fail: () => void): void {
    let wake: ((chunk: { done: boolean; value: Uint8Array | undefined }) => void) | undefined;
    let isWaiting = false;
    const text = new TextEncoder().encode('event: advanced\ndata:\n\n');
    const tell = () => {
      const hear = wake;
      wake = undefined;
      if (hear === undefined) isWaiting = true;
      else scheduler.after(random.below(ANSWER_MS_MAX), () => hear({ done: false, value: text }), process);
    };
    if (!server.isUp()) return void scheduler.after(random.below(200), fail, process);
    const stop = server.onAdvanced(tell);
    process.onDeath.push(stop);
    init.signal?.addEventListener('abort', () => {
      stop();
      wake?.({ done: true, value: undefined });
    });
    const getReader = () => ({
      read: () =>
        new Promise<{ done: boolean; value: Uint8Array | undefined }>((next) => {
          wake = next;
          if (!isWaiting) return;
          isWaiting = false;
          tell();
        }),
    });
    const answer = new SimulatedResponse('', { headers: { 'content-type': 'text/event-stream' } });
    const open = () => resolve(Object.assign(answer, { body: { getReader } }) as unknown as Response);
    scheduler.after(random.below(ANSWER_MS_MAX), open, process);
  }
}

function toWire(url: URL, init: RequestInit, traveller: Traveller): WireRequest {
  const { body: sent } = init;
  const body = typeof sent === 'string' || sent instanceof Uint8Array ? (sent as WireRequest['body']) : undefined;
  const path = `${url.pathname}${url.search}`;
  const { method = 'GET' } = init;
  const headers = new Headers(init.headers);
  if (!traveller.isOldApp()) return { method, path, headers, body };
  const older = (text: string) => text.replace(/([?&]protocol=)\d+/, '$11').replace(/("protocol":)\d+/, '$11');
  return { method, path: older(path), headers, body: typeof body === 'string' ? older(body) : body };
}

const page = (status: number): WireAnswer => ({
  status,
  headers: new Headers({ 'content-type': 'text/html' }),
  text: PORTAL,
});

/** Something on the way altered the text of one change; its hash is what it was. */
function damage(request: WireRequest, { onDamaged }: Traveller): WireRequest {
  if (!request.path.endsWith('/push') || typeof request.body !== 'string') return request;
  const push = JSON.parse(request.body) as { changes: { change: Record<string, unknown> & { id: string } }[] };
  const hit = push.changes[0];
  if (hit === undefined) return request;
  onDamaged(hit.change.id);
  return {
    ...request,
    body: JSON.stringify({
      ...push,
      changes: [{ ...hit, change: { ...hit.change, at: 'x' } }, ...push.changes.slice(1)],
    }),
  };
}
