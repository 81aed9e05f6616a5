import { err, ok, type Result } from '../domain/result.ts';
import { FileState } from '../protocol/files.ts';
import { API_BASE } from '../protocol/version.ts';
import type { SyncFailure } from './failure.ts';
import { failureOfText, type HttpPorts, sendRequest } from './http-client.ts';

/** The bytes of attachments, to the central endpoint and from it. */
export type FileServerPort = {
  readonly state: (sha256: string) => Promise<Result<FileState, SyncFailure>>;
  readonly put: (sha256: string, place: number, piece: Uint8Array) => Promise<Result<FileState, SyncFailure>>;
  readonly get: (sha256: string, place: number) => Promise<Result<Uint8Array, SyncFailure>>;
};

/** Runs a request with the vault's session, renewed where it ended. */
export type Signed = <T>(
  send: (authorization: string) => Promise<Result<T, SyncFailure>>,
) => Promise<Result<T, SyncFailure>>;

/** A piece of 256 KiB at 20 kbit/s: slower is no connection. */
export const PIECE_TIMEOUT_MS = 110_000;

export function createFileServerPort(ports: HttpPorts, signed: Signed): FileServerPort {
  const patient: HttpPorts = { ...ports, timeoutMs: ports.timeoutMs ?? PIECE_TIMEOUT_MS };
  const pathOf = (sha256: string, place: number) => `/files/${sha256}/pieces/${place}`;
  return {
    state: (sha256) =>
      signed((authorization) =>
        sendRequest(ports, { method: 'GET', path: `/files/${sha256}`, authorization, response: FileState }),
      ),
    put: (sha256, place, piece) => {
      const body = piece as Uint8Array<ArrayBuffer>;
      return signed((authorization) =>
        exchange(patient, pathOf(sha256, place), { authorization, method: 'PUT', body }, async (answer) => {
          const state = FileState.safeParse(await answer.json().catch(() => undefined));
          return state.success ? state.data : undefined;
        }),
      );
    },
    get: (sha256, place) =>
      signed((authorization) =>
        exchange(patient, pathOf(sha256, place), { authorization, method: 'GET' }, async (answer) => {
          // A login page's 200 is text.
          const isBytes = answer.headers.get('content-type') === BYTES;
          return isBytes ? new Uint8Array(await answer.arrayBuffer()) : undefined;
        }),
      ),
  };
}

const BYTES = 'application/octet-stream';

type PieceRequest = {
  readonly method: 'GET' | 'PUT';
  readonly authorization: string;
  readonly body?: Uint8Array<ArrayBuffer>;
};

/** One request with bytes in it; `read` gives undefined for what is no answer of ours. */
async function exchange<T>(
  { fetch, origin, timeoutMs = PIECE_TIMEOUT_MS }: HttpPorts,
  path: string,
  { method, authorization, body }: PieceRequest,
  read: (answer: Response) => Promise<T | undefined>,
): Promise<Result<T, SyncFailure>> {
  try {
    const answer = await fetch(`${origin}${API_BASE}${path}`, {
      method,
      headers: { authorization, ...(body !== undefined && { 'content-type': BYTES }) },
      ...(body !== undefined && { body }),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!answer.ok) return err(failureOfText(answer, await answer.text()));
    const value = await read(answer);
    return value === undefined ? err({ type: 'NotOurServer', status: answer.status }) : ok(value);
  } catch {
    return err({ type: 'Unreachable' });
  }
}
