import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { err, ok, type Result } from '../../domain/result.ts';
import { sqlState } from '../store/in-municipality.ts';
import type { Refused } from './problem.ts';

/** 500 changes of ordinary size are 0.3 MB; a request of long notes in Arabic still fits. */
export const BODY_BYTES_MAX = 4 * 1024 * 1024;
export const BODY_INFLATED_BYTES_MAX = 8 * 1024 * 1024;
/** No message of ours is nested deeper than a dozen; what is, is made to exhaust the stack. */
const NESTING_MAX = 64;

const inflate = promisify(gunzip);
const decoder = new TextDecoder('utf-8', { fatal: true });

/** What a body may weigh as it comes, and inflated. */
export type BodyLimits = { readonly bytesMax: number; readonly inflatedBytesMax: number };
export const BODY_LIMITS: BodyLimits = { bytesMax: BODY_BYTES_MAX, inflatedBytesMax: BODY_INFLATED_BYTES_MAX };

/** The JSON of a request, bounded in every dimension before anything looks at it. */
export async function readJsonBody(
  request: Request,
  { bytesMax, inflatedBytesMax }: BodyLimits = BODY_LIMITS,
): Promise<Result<unknown, Refused>> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) {
    return err({ type: 'ContentTypeUnsupported' });
  }
  const encoding = request.headers.get('content-encoding')?.toLowerCase() ?? 'identity';
  if (encoding !== 'identity' && encoding !== 'gzip') return err({ type: 'ContentTypeUnsupported' });
  const raw = await readBytes(request, bytesMax);
  if (!raw.ok) return raw;
  const bytes = encoding === 'gzip' ? await inflateBytes(raw.value, inflatedBytesMax) : raw;
  return bytes.ok ? parseJson(bytes.value) : bytes;
}

/** The body as it came; one that is longer is refused as soon as that shows. */
export async function readBytes(request: Request, bytesMax: number): Promise<Result<Uint8Array, Refused>> {
  const announced = Number(request.headers.get('content-length') ?? Number.NaN);
  if (announced > bytesMax) return err({ type: 'BodyTooLarge' });
  // Node ends a body at its announced length, so it cannot be longer than that.
  if (announced >= 0) return ok(new Uint8Array(await request.arrayBuffer()));
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > bytesMax) return err({ type: 'BodyTooLarge' });
    chunks.push(chunk);
  }
  return ok(Buffer.concat(chunks));
}

async function inflateBytes(bytes: Uint8Array, bytesMax: number): Promise<Result<Uint8Array, Refused>> {
  try {
    return ok(await inflate(bytes, { maxOutputLength: bytesMax }));
  } catch (error) {
    if (sqlState(error) === 'ERR_BUFFER_TOO_LARGE') return err({ type: 'BodyTooLarge' });
    return err({ type: 'BodyInvalid', detail: 'The body is not whole gzip.' });
  }
}

/** Also for JSON that came sealed: what is made to exhaust the stack is refused before anything looks into it. */
export function parseJson(bytes: Uint8Array): Result<unknown, Refused> {
  try {
    const text = decoder.decode(bytes);
    if (isNestedTooDeep(text)) return err({ type: 'BodyInvalid', detail: 'The JSON is nested too deep.' });
    return ok(JSON.parse(text));
  } catch {
    return err({ type: 'BodyInvalid', detail: 'The body is not JSON in UTF-8.' });
  }
}

/** Brackets inside strings are passed over; whether the text is JSON at all, the parser says. */
function isNestedTooDeep(text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let index = 0; index < text.length; index++) {
    const char = text.charCodeAt(index);
    if (isInString) {
      if (char === BACKSLASH) index++;
      else if (char === QUOTE) isInString = false;
    } else if (char === QUOTE) isInString = true;
    else if (char === OPEN_BRACE || char === OPEN_BRACKET) depth++;
    else if (char === CLOSE_BRACE || char === CLOSE_BRACKET) depth--;
    if (depth > NESTING_MAX) return true;
  }
  return false;
}

const [QUOTE, BACKSLASH, OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];
