import { boundBytes, concatBytes, textToBytes } from '../../src/vault/bytes.ts';
import type { DeriveRoot } from '../../src/vault/password-root.ts';

/** Stands in for Argon2 where a test needs a root but not its cost: one SHA-256 over password and salt. */
export const cheapDerive: DeriveRoot = async ({ password, salt }) => {
  const input = concatBytes(boundBytes('taccuino/test-root/v1'), salt, textToBytes(password.normalize('NFKC')));
  return new Uint8Array(await crypto.subtle.digest('SHA-256', input));
};
