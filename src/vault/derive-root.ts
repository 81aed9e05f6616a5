import plainWasm from 'argon2id/dist/no-simd.wasm?url&inline';
import simdWasm from 'argon2id/dist/simd.wasm?url&inline';
import setupWasm from 'argon2id/lib/setup.js';
import { type Bytes, ownBytes } from './bytes.ts';
import { KDF_CURRENT, KDFS, passwordToBytes, type RootRequest } from './password-root.ts';

/**
 * The browser's Argon2id; the server has its own in Node (`server/derive-root.ts`), and both say the same. Half a second on a desktop,
 * some seconds on an old tablet, and it blocks its thread: use `deriveRootInWorker`. Throws on an empty password.
 */
export const deriveRoot = async ({ password, salt, kdf = KDF_CURRENT }: RootRequest): Promise<Bytes> => {
  const { memoryKiB, iterations, parallelism, rootBytes } = KDFS[kdf];
  const argon2id = await setupWasm(instantiate(simdWasm), instantiate(plainWasm));
  const root = argon2id({
    password: passwordToBytes(password),
    salt,
    memorySize: memoryKiB,
    passes: iterations,
    parallelism,
    tagLength: rootBytes,
  });
  return ownBytes(root);
};

/** Inside the script, not beside it: an old shell offline has either both or none. Not fetched, because our policy allows no data: there. */
const instantiate = (dataUrl: string) => (imports: WebAssembly.Imports) => {
  const bytes = Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(',') + 1)), (char) => char.charCodeAt(0));
  return WebAssembly.instantiate(bytes, imports);
};
