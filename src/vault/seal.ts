/**
 * What the vault writes to disk. A sealed row is one byte array:
 *
 *   0      format, 0x54 ('T')
 *   1-2    schema version of the content, big-endian
 *   3      flags: bit 0 = content is compressed
 *   4-7    length of the ciphertext, so that a truncated row is told from a tampered one
 *   8-19   iv
 *   20-    ciphertext and tag (AES-256-GCM)
 *
 * Additional data binds table, row id and the header: a row moved to another place, or given another version, does not open.
 * Rows of an older schema open too; `schemaVersionOf` says which one it is. It promises nothing about the order or freshness
 * of rows: an old sealed row put back in its own place opens.
 *
 * Format and header are frozen. A new flag bit is the way to extend them: older code then answers NewerSchema.
 */
import { err, ok, type Result } from '../domain/result.ts';
import { createIv, decrypt, encrypt, IV_BYTES, TAG_BYTES, type VaultKey } from './aes-gcm.ts';
import { type Bytes, boundBytes, concatBytes, ownBytes, textToBytes } from './bytes.ts';
import { compress, decompress } from './compression.ts';

export type Sealed = Bytes;

/** `schemaVersion`: when sealing, the content's; when opening, the newest that the reader understands. */
export type SealContext = { readonly table: string; readonly rowId: string; readonly schemaVersion: number };

export type OpenRefusal =
  | { readonly type: 'Tampered' }
  | { readonly type: 'Truncated' }
  | { readonly type: 'NewerSchema'; readonly version: number };

const FORMAT = 0x54;
const COMPRESSED = 1;
const FIXED_BYTES = 8;
const HEADER_BYTES = FIXED_BYTES + IV_BYTES;
const SCHEMA_VERSION_MAX = 0xffff;

/**
 * Content larger than this is neither sealed nor opened. A segment of 1,000 records is about 1 MiB; the limit keeps a
 * deflate bomb, sealed by a device in bad hands and opened by the server through escrow, from eating its memory.
 */
export const CONTENT_BYTES_MAX = 32 * 1024 * 1024;

/**
 * Measured in Node 24: the streams cost about 0.3 ms each way however small the content, four times the sealing itself.
 * That buys 180 bytes of 512, 560 of 1,024, 1,390 of 2,048, and 85 % of a segment (800 kB in 6.5 ms).
 */
export const COMPRESS_FROM_BYTES = 1024;

export const seal = async (key: VaultKey, context: SealContext, plaintext: Uint8Array): Promise<Sealed> =>
  sealContent(key, context, 0, withinLimit(ownBytes(plaintext)));

export const sealJson = async (key: VaultKey, context: SealContext, value: unknown): Promise<Sealed> => {
  const json = JSON.stringify(value);
  if (json === undefined) throw new TypeError('this value has no JSON');
  // Well-formed stringify escapes lone surrogates, so UTF-8 loses nothing.
  const plain = withinLimit(textToBytes(json));
  return plain.length < COMPRESS_FROM_BYTES
    ? sealContent(key, context, 0, plain)
    : sealContent(key, context, COMPRESSED, await compress(plain));
};

/** `contentBytesMax`: less than the general limit, where the reader knows that such a row is small. */
export const open = async (
  key: VaultKey,
  context: SealContext,
  sealed: Uint8Array,
  contentBytesMax: number = CONTENT_BYTES_MAX,
): Promise<Result<Bytes, OpenRefusal>> => {
  const bytes = ownBytes(sealed);
  if (bytes.length < HEADER_BYTES) return err({ type: 'Truncated' });
  const fixed = bytes.subarray(0, FIXED_BYTES);
  const { format, schemaVersion, flags, ciphertextBytes } = parseFixed(fixed);
  if (format !== FORMAT) return err({ type: 'Tampered' });
  if (bytes.length < HEADER_BYTES + ciphertextBytes) return err({ type: 'Truncated' });
  const content = await decrypt(
    key,
    { iv: bytes.subarray(FIXED_BYTES, HEADER_BYTES), additionalData: binding(context, fixed) },
    bytes.subarray(HEADER_BYTES),
  );
  if (content === undefined) return err({ type: 'Tampered' });
  // Only now is the header's version more than a claim.
  const isNewer = schemaVersion > context.schemaVersion || (flags & ~COMPRESSED) !== 0;
  if (isNewer) return err({ type: 'NewerSchema', version: schemaVersion });
  const plaintext = flags === COMPRESSED ? await decompress(content, contentBytesMax) : content;
  return plaintext === undefined || plaintext.length > contentBytesMax ? err({ type: 'Tampered' }) : ok(plaintext);
};

/** Tampered also when the right key sealed something that `sealJson` never writes. The value is JSON, still to be parsed by its schema. */
export const openJson = async (
  key: VaultKey,
  context: SealContext,
  sealed: Uint8Array,
): Promise<Result<unknown, OpenRefusal>> => {
  const opened = await open(key, context, sealed);
  if (!opened.ok) return opened;
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(opened.value)));
  } catch {
    return err({ type: 'Tampered' });
  }
};

/** Undefined when there is not even a header. A claim until the row was opened. */
export const schemaVersionOf = (sealed: Uint8Array): number | undefined =>
  sealed.length < HEADER_BYTES || sealed[0] !== FORMAT ? undefined : parseFixed(sealed).schemaVersion;

const sealContent = async (key: VaultKey, context: SealContext, flags: number, content: Bytes): Promise<Sealed> => {
  const fixed = createFixed(context.schemaVersion, flags, content.length + TAG_BYTES);
  const iv = createIv();
  const ciphertext = await encrypt(key, { iv, additionalData: binding(context, fixed) }, content);
  return concatBytes(fixed, iv, ciphertext);
};

const withinLimit = (content: Bytes): Bytes => {
  if (content.length > CONTENT_BYTES_MAX)
    throw new RangeError(`${content.length} bytes are too many for one sealed row`);
  return content;
};

const createFixed = (schemaVersion: number, flags: number, ciphertextBytes: number): Bytes => {
  if (!Number.isInteger(schemaVersion) || schemaVersion < 0 || schemaVersion > SCHEMA_VERSION_MAX) {
    throw new RangeError(`not a schema version: ${schemaVersion}`);
  }
  const fixed = new Uint8Array(FIXED_BYTES);
  const view = new DataView(fixed.buffer);
  view.setUint8(0, FORMAT);
  view.setUint16(1, schemaVersion);
  view.setUint8(3, flags);
  view.setUint32(4, ciphertextBytes);
  return fixed;
};

const parseFixed = (bytes: Uint8Array) => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    format: view.getUint8(0),
    schemaVersion: view.getUint16(1),
    flags: view.getUint8(3),
    ciphertextBytes: view.getUint32(4),
  };
};

const binding = ({ table, rowId }: SealContext, fixed: Bytes): Bytes =>
  concatBytes(boundBytes('taccuino/seal/v1', table, rowId), fixed);
