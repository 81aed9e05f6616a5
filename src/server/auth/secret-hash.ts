import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/**
 * How the sign-in secret is kept. It already is 256 bits out of a device's Argon2id (64 MiB), so this one only has to keep a
 * stolen database from signing in; its cost is kept low, because two cores serve a whole city's morning.
 */
const COST = { memory: 8 * 1024, passes: 2, parallelism: 1 } as const;
const SALT_BYTES = 16;
const TAG_BYTES = 32;
const SCHEME = `argon2id$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}`;

const deriveTag = promisify(argon2);

export async function hashSecret(secret: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return [SCHEME, salt.toString('base64url'), (await derive(secret, salt)).toString('base64url')].join('$');
}

/** Without a kept hash (no such account) it works as long and says no. */
export async function isSecretRight(secret: string, kept: string | undefined): Promise<boolean> {
  const [scheme, cost, salt, tag] = (kept ?? NOBODY).split('$');
  const expected = Buffer.from(tag ?? '', 'base64url');
  const found = await derive(secret, Buffer.from(salt ?? '', 'base64url'));
  const isKnown = kept !== undefined && `${scheme}$${cost}` === SCHEME && expected.length === TAG_BYTES;
  return isKnown && timingSafeEqual(found, expected);
}

const NOBODY = [
  SCHEME,
  Buffer.alloc(SALT_BYTES).toString('base64url'),
  Buffer.alloc(TAG_BYTES).toString('base64url'),
].join('$');

const derive = (secret: string, salt: Buffer): Promise<Buffer> =>
  deriveTag('argon2id', { message: Buffer.from(secret), nonce: salt, tagLength: TAG_BYTES, ...COST });
