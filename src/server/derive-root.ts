import { argon2 } from 'node:crypto';
import { promisify } from 'node:util';
import { type Bytes, ownBytes } from '../vault/bytes.ts';
import { KDF_CURRENT, KDFS, passwordToBytes, type RootRequest } from '../vault/password-root.ts';

/**
 * What a device derives in its worker, by Node's own Argon2, for the commands and the demonstration. The server itself never sees
 * a password.
 */
export const deriveRoot = async ({ password, salt, kdf = KDF_CURRENT }: RootRequest): Promise<Bytes> => {
  const { memoryKiB, iterations, parallelism, rootBytes } = KDFS[kdf];
  const root = await derive('argon2id', {
    message: passwordToBytes(password),
    nonce: salt,
    memory: memoryKiB,
    passes: iterations,
    parallelism,
    tagLength: rootBytes,
  });
  return ownBytes(root);
};

const derive = promisify(argon2);
