import { createCipheriv, createDecipheriv, createECDH, createHmac, hash, hkdfSync } from 'node:crypto';

/**
 * WebCrypto as the vault and HPKE use it, worked out on the spot: Node's own answers from other threads, in an order that no seed
 * decides. Same algorithms, same bytes.
 */
type Algorithm = { readonly name: string; readonly [detail: string]: unknown };

/** Stands for the platform's CryptoKey: a vault row may hold one. */
export class SimulatedKey {
  readonly [Symbol.toStringTag] = 'CryptoKey';
  readonly type: string;
  readonly algorithm: Algorithm;
  readonly extractable: boolean;
  readonly usages: readonly string[];
  readonly #secret: Buffer;
  readonly #point: Buffer | undefined;
  constructor(type: string, algorithm: Algorithm, usages: readonly string[], secret: Buffer, point?: Buffer) {
    this.type = type;
    this.algorithm = algorithm;
    this.extractable = true;
    this.usages = usages;
    this.#secret = secret;
    this.#point = point;
  }
  static secretOf = (key: SimulatedKey): Buffer => key.#secret;
  static pointOf = (key: SimulatedKey): Buffer => key.#point ?? key.#secret;
}

type Source = ArrayBuffer | Uint8Array;
const bytesOf = (source: Source): Buffer =>
  source instanceof ArrayBuffer
    ? Buffer.from(source)
    : Buffer.from(source.buffer, source.byteOffset, source.byteLength);
const nameOf = (algorithm: string | Algorithm): string => (typeof algorithm === 'string' ? algorithm : algorithm.name);
const toBuffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

const TAG_BYTES = 16;

export type CryptoHooks = {
  readonly randomBytes: (count: number) => Uint8Array<ArrayBuffer>;
  /** Called before each operation; true when the process that asked is dead and must never hear of it again. */
  readonly boundary: (what: string) => boolean;
};

export function createDeterministicCrypto({ randomBytes, boundary }: CryptoHooks): Crypto {
  const answer = <T>(what: string, work: () => T): Promise<T> =>
    boundary(what) ? new Promise<T>(() => undefined) : new Promise<T>((resolve) => resolve(work()));

  const subtle = {
    digest: (algorithm: string | Algorithm, data: Source) =>
      answer('digest', () => toBuffer(hash(nameOf(algorithm).replace('-', '').toLowerCase(), bytesOf(data), 'buffer'))),
    importKey: (
      format: string,
      data: Source | JsonWebKey,
      algorithm: string | Algorithm,
      _: boolean,
      usages: string[],
    ) => answer('importKey', () => importKey(format, data, algorithm, usages)),
    exportKey: (format: string, key: SimulatedKey) => answer('exportKey', () => exportKey(format, key)),
    generateKey: (algorithm: Algorithm, _: boolean, usages: string[]) =>
      answer('generateKey', () => {
        const secret = Buffer.from(randomBytes(32));
        // A scalar has to be below the order of the group: clear the highest byte.
        secret[0] = 1;
        const ecdh = createECDH('prime256v1');
        ecdh.setPrivateKey(secret);
        const point = ecdh.getPublicKey();
        return {
          privateKey: new SimulatedKey('private', algorithm, usages, secret, point),
          publicKey: new SimulatedKey('public', algorithm, [], point),
        };
      }),
    encrypt: ({ iv, additionalData }: AesGcmParams, key: SimulatedKey, data: Source) =>
      answer('encrypt', () => {
        const cipher = createCipheriv('aes-256-gcm', SimulatedKey.secretOf(key), bytesOf(iv as Source));
        if (additionalData !== undefined) cipher.setAAD(bytesOf(additionalData as Source));
        const body = cipher.update(bytesOf(data));
        return toBuffer(Buffer.concat([body, cipher.final(), cipher.getAuthTag()]));
      }),
    decrypt: ({ iv, additionalData }: AesGcmParams, key: SimulatedKey, data: Source) =>
      answer('decrypt', () => {
        const bytes = bytesOf(data);
        try {
          const decipher = createDecipheriv('aes-256-gcm', SimulatedKey.secretOf(key), bytesOf(iv as Source));
          if (additionalData !== undefined) decipher.setAAD(bytesOf(additionalData as Source));
          decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
          const body = decipher.update(bytes.subarray(0, bytes.length - TAG_BYTES));
          return toBuffer(Buffer.concat([body, decipher.final()]));
        } catch {
          throw new DOMException('The operation failed', 'OperationError');
        }
      }),
    sign: (_algorithm: string, key: SimulatedKey, data: Source) =>
      answer('sign', () => toBuffer(createHmac('sha256', SimulatedKey.secretOf(key)).update(bytesOf(data)).digest())),
    deriveBits: (algorithm: Algorithm, key: SimulatedKey, bits: number) =>
      answer('deriveBits', () => toBuffer(deriveBytes(algorithm, key, bits / 8))),
    deriveKey: (algorithm: Algorithm, key: SimulatedKey, derived: Algorithm, _: boolean, usages: string[]) =>
      answer('deriveKey', () => new SimulatedKey('secret', derived, usages, deriveBytes(algorithm, key, 32))),
  };
  const getRandomValues = <T extends ArrayBufferView>(view: T): T => {
    new Uint8Array(view.buffer, view.byteOffset, view.byteLength).set(randomBytes(view.byteLength));
    return view;
  };
  const crypto = { subtle, getRandomValues, randomUUID: () => uuidOf(randomBytes(16)) };
  return crypto as unknown as Crypto;
}

function importKey(format: string, data: Source | JsonWebKey, algorithm: string | Algorithm, usages: string[]) {
  const named = typeof algorithm === 'string' ? { name: algorithm } : algorithm;
  if (format === 'raw') {
    const type = named.name === 'ECDH' ? 'public' : 'secret';
    return new SimulatedKey(type, named, usages, Buffer.from(bytesOf(data as Source)));
  }
  const { x = '', y = '', d } = data as JsonWebKey;
  const point = Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  return d === undefined
    ? new SimulatedKey('public', named, usages, point)
    : new SimulatedKey('private', named, usages, Buffer.from(d, 'base64url'), point);
}

function exportKey(format: string, key: SimulatedKey): ArrayBuffer | JsonWebKey {
  const point = SimulatedKey.pointOf(key);
  if (format === 'raw') return toBuffer(key.type === 'private' ? SimulatedKey.secretOf(key) : point);
  const x = point.subarray(1, 33).toString('base64url');
  const y = point.subarray(33, 65).toString('base64url');
  const d = key.type === 'private' ? { d: SimulatedKey.secretOf(key).toString('base64url') } : {};
  return { kty: 'EC', crv: 'P-256', x, y, ...d };
}

function deriveBytes(algorithm: Algorithm, key: SimulatedKey, count: number): Buffer {
  if (algorithm.name === 'HKDF') {
    const { salt, info } = algorithm as unknown as { salt: Source; info: Source };
    const secret = SimulatedKey.secretOf(key);
    const name = [secret, bytesOf(salt), bytesOf(info)].map((bytes) => bytes.toString('latin1')).join('|');
    return derived(`${count} ${name}`, () =>
      Buffer.from(hkdfSync('sha256', secret, bytesOf(salt), bytesOf(info), count)),
    );
  }
  const [secret, point] = [SimulatedKey.secretOf(key), SimulatedKey.pointOf(algorithm.public as SimulatedKey)];
  return derived(`${count} ${secret.toString('latin1')}@${point.toString('latin1')}`, () => {
    const ecdh = createECDH('prime256v1');
    ecdh.setPrivateKey(secret);
    return ecdh.computeSecret(point).subarray(0, count);
  });
}

/** The same question has the same answer: vaults are unlocked and opened through escrow again and again with the same few keys. */
const DERIVED_MAX = 4_000;
const derivedByName = new Map<string, Buffer>();
function derived(name: string, work: () => Buffer): Buffer {
  const known = derivedByName.get(name) ?? work();
  if (derivedByName.size >= DERIVED_MAX) derivedByName.clear();
  derivedByName.set(name, known);
  // A copy: whoever forgets a key fills it with zeros.
  return Buffer.from(known);
}

/** Version 4 by its bits; what matters is that it is one. */
const uuidOf = (bytes: Uint8Array): `${string}-${string}-${string}-${string}-${string}` => {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Buffer.from(bytes).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};
