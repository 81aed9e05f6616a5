import { hkdfSync } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { deriveRoot as deriveRootInNode } from '../../src/server/derive-root.ts';
import { base64urlToBytes } from '../../src/vault/base64url.ts';
import { deriveRoot } from '../../src/vault/derive-root.ts';
import { KDF_V1, loginSalt, rootToLoginSecret, rootToSlotKey } from '../../src/vault/password-root.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** Pinned for ever: were one of these to change, nobody's account and nobody's vault would open any more. */
const pinned = {
  name: { municipality: 'c_d969', username: 'amina.diallo' },
  salt: 'ba5cb3f578af38c00a92adf172551f28b103f9faacfc8c4d23b7588e6266c24c',
  password: 'Perch\u00e9 no? 42',
  /** Node's own crypto.argon2Sync says the same. */
  root: '754e474adc7d660e58fb70c3e75c9379edec4fd4e6312790e9c6c0bc9259104c',
  loginSecret: 'E7BsGONlLxDd03lWeTYfSyhX4MzsRWtLPfhYMdSf27U',
};

describe('login salt', () => {
  test('is pinned', async () => {
    expect(hex(await loginSalt(pinned.name))).toBe(pinned.salt);
  });

  test.each([
    ['capitals and spaces around', { municipality: ' C_D969', username: 'Amina.Diallo ' }],
    ['full-width letters', { municipality: 'c_d969', username: '\uff41mina.diallo' }],
    ['a no-break space around', { municipality: 'c_d969', username: '\u00a0amina.diallo' }],
  ])('is the same for %s', async (_, name) => {
    expect(hex(await loginSalt(name))).toBe(pinned.salt);
  });

  test('is the same for a composed and a decomposed accent, and for a capital that composes only when small', async () => {
    const saltOf = async (username: string) => hex(await loginSalt({ municipality: 'c_d969', username }));
    expect(await saltOf('jos\u00e9')).toBe(await saltOf('jose\u0301'));
    expect(await saltOf('T\u0308')).toBe(await saltOf('\u1e97'));
  });

  test('differs between people and between municipalities, also where the words run together', async () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '_', '\0'), maxLength: 4 });
    const name = fc.record({ municipality: word, username: word });
    await fc.assert(
      fc.asyncProperty(name, name, async (left, right) => {
        const isSame = hex(await loginSalt(left)) === hex(await loginSalt(right));
        expect(isSame).toBe(JSON.stringify(left) === JSON.stringify(right));
      }),
    );
  });
});

describe('root', () => {
  test('of 64 MiB Argon2id is pinned, and a decomposed password gives the same', async () => {
    expect(KDF_V1).toEqual({ memoryKiB: 65_536, iterations: 3, parallelism: 1, rootBytes: 32 });
    const salt = new Uint8Array(Buffer.from(pinned.salt, 'hex'));
    const root = await deriveRoot({ password: pinned.password.normalize('NFD'), salt });
    expect(hex(root)).toBe(pinned.root);
  });

  test('is the same by Node and by the browser, also of a password that is too short for anybody', async () => {
    const salt = new Uint8Array(32).fill(9);
    for (const password of [pinned.password, 'abc', 'ﬁ‑7 Ελλάδα ½']) {
      expect(hex(await deriveRoot({ password, salt }))).toBe(hex(await deriveRootInNode({ password, salt })));
    }
  });

  test('of an empty password throws', async () => {
    await expect(deriveRoot({ password: '', salt: new Uint8Array(32) })).rejects.toThrow();
  });
});

describe('the two branches of the root', () => {
  const root = new Uint8Array(Buffer.from(pinned.root, 'hex'));
  const nodeHkdf = (secret: Uint8Array, info: string) =>
    new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), info, 32));
  let loginSecret: string;
  beforeAll(async () => {
    loginSecret = await rootToLoginSecret(root);
  });

  test('the login secret is pinned, and is the HKDF that RFC 5869 describes', () => {
    expect(loginSecret).toBe(pinned.loginSecret);
    expect(base64urlToBytes(loginSecret)).toEqual(nodeHkdf(root, 'taccuino/login/v1'));
  });

  /** What an HKDF key holds cannot be read; two keys are equal when they derive equal bits. */
  const bitsOf = async (key: Awaited<ReturnType<typeof rootToSlotKey>>) => {
    const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: new Uint8Array() };
    return hex(new Uint8Array(await crypto.subtle.deriveBits(hkdf, key, 256)));
  };

  test('the login secret, the root and the slot keys of two vaults all differ', async () => {
    const secrets = [root, base64urlToBytes(loginSecret) ?? new Uint8Array()].map((secret) =>
      hex(nodeHkdf(secret, '')),
    );
    const slotKeys = [await rootToSlotKey(root, 'vault-1'), await rootToSlotKey(root, 'vault-2')];
    const all = [...secrets, ...(await Promise.all(slotKeys.map(bitsOf)))];
    expect(new Set(all).size).toBe(4);
  });

  test('the slot key is the same each time, is pinned, and cannot be exported', async () => {
    const slotKey = await rootToSlotKey(root, 'vault-1');
    const info = 'taccuino/slot/v1\0\0\0\u0007vault-1';
    expect(await bitsOf(slotKey)).toBe(hex(nodeHkdf(nodeHkdf(root, info), '')));
    expect(slotKey.extractable).toBe(false);
  });
});
