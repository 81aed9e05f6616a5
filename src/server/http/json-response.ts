import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';

/** Below this, compressing costs more than it saves. */
const GZIP_BYTES_MIN = 2_048;
const compress = promisify(gzip);

/** JSON that is never cached, compressed for whoever takes gzip: a tablet's network is slower than our processor. */
export async function jsonResponse(value: unknown, acceptEncoding: string): Promise<Response> {
  const text = JSON.stringify(value);
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store', vary: 'Accept-Encoding' };
  if (text.length < GZIP_BYTES_MIN || !/\bgzip\b/.test(acceptEncoding)) return new Response(text, { headers });
  const body = await compress(text, { level: constants.Z_BEST_SPEED });
  return new Response(body, { headers: { ...headers, 'content-encoding': 'gzip' } });
}
