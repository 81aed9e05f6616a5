import { KEY_BYTES } from './aes-gcm.ts';
import { type Bytes, ownBytes } from './bytes.ts';

/** Forgotten bytes are all zero: a slot made of them would lock the vault for ever, silently. */
export const wholeKey = (raw: Uint8Array): Bytes => {
  if (raw.length !== KEY_BYTES) throw new RangeError(`a data key has ${KEY_BYTES} bytes, this one has ${raw.length}`);
  if (raw.every((byte) => byte === 0)) throw new RangeError('this data key was already forgotten');
  return ownBytes(raw);
};
