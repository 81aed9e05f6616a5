/** Bytes that WebCrypto takes as they are: never a view on shared memory. */
export type Bytes = Uint8Array<ArrayBuffer>;

const utf8 = new TextEncoder();

export const textToBytes = (text: string): Bytes => utf8.encode(text);

/** A view on shared memory is copied, everything else passes through. */
export const ownBytes = (bytes: Uint8Array): Bytes => (isOwn(bytes) ? bytes : new Uint8Array(bytes));

const isOwn = (bytes: Uint8Array): bytes is Bytes => bytes.buffer instanceof ArrayBuffer;

export const concatBytes = (...parts: readonly Uint8Array[]): Bytes => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
};

/**
 * One unambiguous byte string from a purpose and what it is bound to: each part carries its length, so that ('ab', 'c') and
 * ('a', 'bc') differ. Every purpose ends in its version and none is the beginning of another.
 */
export const boundBytes = (purpose: `taccuino/${string}/v${number}`, ...parts: readonly string[]): Bytes =>
  concatBytes(textToBytes(purpose), ...parts.flatMap(withLength));

const withLength = (part: string): readonly Bytes[] => {
  // A lone surrogate turns into U+FFFD in UTF-8: two different ids would bind alike.
  if (!part.isWellFormed()) throw new RangeError(`not well-formed Unicode: ${JSON.stringify(part)}`);
  const bytes = textToBytes(part);
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, bytes.length);
  return [length, bytes];
};

/** Best effort: overwrites secret bytes in place. The engine may still hold copies, so secrets also live as briefly as possible. */
export const forget = (bytes: Uint8Array): void => {
  bytes.fill(0);
};
