/**
 * Argon2 beside the page instead of in it. One worker a derivation, ended afterwards: its 64 MiB go back to the system and
 * neither password nor root stays in its memory.
 *
 * Where there is no worker, or it does not start (an old shell whose worker file is gone from the cache), or it never answers, the
 * page derives by itself: a frozen second is better than a locked-out worker.
 */
import type { Argon2Answer, Argon2Request } from './argon2-worker.ts';
import type { DeriveRoot, RootRequest } from './password-root.ts';

type Argon2Worker = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

export type WorkerPorts = {
  /** Undefined where the platform has no workers; may throw where a policy forbids them. */
  readonly startWorker: () => Argon2Worker | undefined;
  readonly derive: DeriveRoot;
  readonly newId: () => string;
  /** Calls `work` after `ms`; the returned function cancels. */
  readonly after: (ms: number, work: () => void) => () => void;
};

/** Several times what an old tablet needs: past it the worker hangs (its file on a dead connection, its memory refused without a word). */
const ANSWER_MS_MAX = 30_000;

const platform: WorkerPorts = {
  startWorker: () =>
    typeof Worker === 'undefined'
      ? undefined
      : new Worker(new URL('./argon2-worker.ts', import.meta.url), { type: 'module' }),
  // Fetched only where no worker starts: the lock screen stays light.
  derive: async (request) => (await import('./derive-root.ts')).deriveRoot(request),
  newId: () => crypto.randomUUID(),
  after(ms, work) {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
};

export const deriveRootInWorker = async (request: RootRequest, ports: WorkerPorts = platform): Promise<Uint8Array> => {
  const root = await askWorker(request, ports);
  return root ?? ports.derive(request);
};

/** Undefined when no worker answered with a root. */
const askWorker = async (
  request: RootRequest,
  { startWorker, newId, after }: WorkerPorts,
): Promise<Uint8Array | undefined> => {
  const worker = tryStart(startWorker);
  if (worker === undefined) return undefined;
  const id = newId();
  let cancel = () => {};
  try {
    return await new Promise((resolve) => {
      cancel = after(ANSWER_MS_MAX, () => resolve(undefined));
      worker.addEventListener('message', ({ data }: MessageEvent<Argon2Answer>) => {
        if (data.id === id) resolve('root' in data ? data.root : undefined);
      });
      worker.addEventListener('error', () => resolve(undefined));
      worker.addEventListener('messageerror', () => resolve(undefined));
      worker.postMessage({ ...request, id } satisfies Argon2Request);
    });
  } finally {
    cancel();
    worker.terminate();
  }
};

const tryStart = (startWorker: WorkerPorts['startWorker']): Argon2Worker | undefined => {
  try {
    return startWorker();
  } catch {
    // SecurityError under a strict policy: the page derives by itself, slower but equal.
    return undefined;
  }
};
