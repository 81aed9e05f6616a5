// The worker's entry: one request, one answer. Argon2 blocks its thread for seconds on an old tablet, so it runs here.
import { deriveRoot } from './derive-root.ts';
import type { RootRequest } from './password-root.ts';

export type Argon2Request = RootRequest & { readonly id: string };
export type Argon2Answer =
  | { readonly id: string; readonly root: Uint8Array }
  | { readonly id: string; readonly problem: string };

self.addEventListener('message', async ({ data: { id, ...request } }: MessageEvent<Argon2Request>) => {
  try {
    const root = await deriveRoot(request);
    // Transferred, not copied: the worker keeps no root behind.
    self.postMessage({ id, root } satisfies Argon2Answer, { transfer: [root.buffer] });
  } catch (error) {
    // A rejected promise would never reach the page: a worker's 'error' event does not cover it.
    self.postMessage({ id, problem: String(error) } satisfies Argon2Answer);
  }
});
