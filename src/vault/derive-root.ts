import { argon2id } from 'hash-wasm';
import { type Bytes, ownBytes, textToBytes } from './bytes.ts';
import { KDF_CURRENT, KDFS, type RootRequest } from './password-root.ts';

/** Half a second on a desktop, some seconds on an old tablet, and it blocks its thread: in a browser use `deriveRootInWorker`. Throws on an empty password. */
export const deriveRoot = async ({ password, salt, kdf = KDF_CURRENT }: RootRequest): Promise<Bytes> => {
  const { memoryKiB, iterations, parallelism, rootBytes } = KDFS[kdf];
  const root = await argon2id({
    // Two keyboards may write one accented letter in two ways.
    password: textToBytes(password.normalize('NFKC')),
    salt,
    memorySize: memoryKiB,
    iterations,
    parallelism,
    hashLength: rootBytes,
    outputType: 'binary',
  });
  return ownBytes(root);
};
