import { expect, test } from 'vitest';
import type { Argon2Answer, Argon2Request } from '../../src/vault/argon2-worker.ts';
import { deriveRootInWorker, type WorkerPorts } from '../../src/vault/derive-root-in-worker.ts';

const request = { password: 'segreta', salt: new Uint8Array(32).fill(1) };
const workerRoot = new Uint8Array(32).fill(2);
const pageRoot = new Uint8Array(32).fill(3);

/** A worker whose whole behaviour is how it answers one request. */
const stage = (respond: (request: Argon2Request, worker: EventTarget) => void) => {
  const seen = { terminated: 0, derivedInPage: 0, timers: new Set<() => void>() };
  const target = new EventTarget();
  const ports: WorkerPorts = {
    startWorker: () => ({
      postMessage: (message: Argon2Request) => queueMicrotask(() => respond(message, target)),
      addEventListener: target.addEventListener.bind(target),
      terminate: () => {
        seen.terminated += 1;
      },
    }),
    derive: async () => {
      seen.derivedInPage += 1;
      return pageRoot;
    },
    newId: () => 'id-1',
    after: (_ms, work) => {
      seen.timers.add(work);
      return () => void seen.timers.delete(work);
    },
  };
  return { ports, seen };
};

const answer = (worker: EventTarget, data: Argon2Answer) => worker.dispatchEvent(new MessageEvent('message', { data }));

test("the worker's root is used, and the worker is ended", async () => {
  const { ports, seen } = stage((message, worker) => {
    expect(message).toEqual({ ...request, id: 'id-1' });
    answer(worker, { id: message.id, root: workerRoot });
  });
  expect(await deriveRootInWorker(request, ports)).toEqual(workerRoot);
  expect(seen).toMatchObject({ terminated: 1, derivedInPage: 0 });
});

test('an answer to another question is not taken', async () => {
  const { ports } = stage((message, worker) => {
    answer(worker, { id: 'id-0', root: pageRoot });
    answer(worker, { id: message.id, root: workerRoot });
  });
  expect(await deriveRootInWorker(request, ports)).toEqual(workerRoot);
});

test.each([
  ['does not start', (worker: EventTarget) => worker.dispatchEvent(new Event('error'))],
  ['answers what cannot be read', (worker: EventTarget) => worker.dispatchEvent(new Event('messageerror'))],
  ['cannot derive', (worker: EventTarget) => answer(worker, { id: 'id-1', problem: 'no memory' })],
])('when the worker %s, it is ended and the page derives', async (_, fail) => {
  const { ports, seen } = stage((_message, worker) => fail(worker));
  expect(await deriveRootInWorker(request, ports)).toEqual(pageRoot);
  expect(seen).toMatchObject({ terminated: 1, derivedInPage: 1 });
});

test('without workers, or where a policy forbids them, the page derives', async () => {
  const { ports } = stage(() => undefined);
  const forbidden = () => {
    throw new DOMException('forbidden', 'SecurityError');
  };
  expect(await deriveRootInWorker(request, { ...ports, startWorker: () => undefined })).toEqual(pageRoot);
  expect(await deriveRootInWorker(request, { ...ports, startWorker: forbidden })).toEqual(pageRoot);
});

test('when the worker says nothing for too long, it is ended and the page derives', async () => {
  const { ports, seen } = stage(() => undefined);
  const derived = deriveRootInWorker(request, ports);
  expect(seen.timers.size).toBe(1);
  for (const ring of seen.timers) ring();
  expect(await derived).toEqual(pageRoot);
  expect(seen).toMatchObject({ terminated: 1, derivedInPage: 1 });
});

test('a worker that answered leaves no timer behind', async () => {
  const { ports, seen } = stage((message, worker) => answer(worker, { id: message.id, root: workerRoot }));
  await deriveRootInWorker(request, ports);
  expect(seen.timers.size).toBe(0);
});
