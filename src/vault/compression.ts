// Raw DEFLATE through the platform's own streams, in one go and bounded both ways.
import { type Bytes, concatBytes } from './bytes.ts';

/** Chromium inflates a whole write at once, up to a thousandfold: so a bomb goes past its limit by 64 MiB at most. */
const WRITE_BYTES = 64 * 1024;

export const compress = async (bytes: Bytes): Promise<Bytes> =>
  concatBytes(...(await collect(pump(new CompressionStream('deflate-raw'), bytes))).chunks);

/** Undefined when the bytes are not DEFLATE or hold more than `bytesMax`: it stops reading there. */
export const decompress = async (bytes: Bytes, bytesMax: number): Promise<Bytes | undefined> => {
  try {
    const { chunks, length } = await collect(pump(new DecompressionStream('deflate-raw'), bytes), bytesMax);
    return length > bytesMax ? undefined : concatBytes(...chunks);
  } catch (error) {
    // The Compression Standard errors the stream with a TypeError for malformed input, missing input and trailing input.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
};

type ByteTransform = { readonly readable: ReadableStream<Bytes>; readonly writable: WritableStream<Bytes> };

const pump = ({ readable, writable }: ByteTransform, bytes: Bytes): ReadableStream<Bytes> => {
  const writer = writable.getWriter();
  // A failure shows on the readable side, where it is awaited; here it would only be an unhandled rejection.
  const ignore = () => undefined;
  for (let offset = 0; offset < bytes.length; offset += WRITE_BYTES) {
    writer.write(bytes.subarray(offset, offset + WRITE_BYTES)).catch(ignore);
  }
  writer.close().catch(ignore);
  return readable;
};

const collect = async (readable: ReadableStream<Bytes>, bytesMax = Number.POSITIVE_INFINITY) => {
  const reader = readable.getReader();
  const chunks: Bytes[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { chunks, length };
    length += value.length;
    if (length > bytesMax) {
      await reader.cancel();
      return { chunks, length };
    }
    chunks.push(value);
  }
};
