import { err, ok, type Result } from '../domain/result.ts';
import { findProblemType, Problem } from '../protocol/problem.ts';
import { API_BASE } from '../protocol/version.ts';
import type { SyncFailure } from './failure.ts';

/**
 * One request to our endpoint: cut when it hangs, parsed when it answers. A 200 that is not our JSON (a captive portal's page, a
 * truncated body) is a failure, never a success.
 */
export type HttpPorts = {
  readonly fetch: typeof globalThis.fetch;
  /** Origin of the endpoint, '' for our own. */
  readonly origin: string;
  readonly timeoutMs?: number;
  /** How long a live connection may say nothing. */
  readonly liveSilenceMs?: number;
};

/** Long enough for a full page over a poor 3G connection, short enough that "sending" never hangs for an evening. */
export const REQUEST_TIMEOUT_MS = 45_000;

/** For an answer without content (204): what comes instead of nothing is not ours. */
export const nothing: Parser<void> = {
  safeParse: (value) => (value === undefined ? { success: true, data: undefined } : { success: false }),
};

/** What parses an answer: every zod schema of `protocol` is one. */
export type Parser<T> = {
  readonly safeParse: (value: unknown) => { readonly success: true; readonly data: T } | { readonly success: false };
};

export type HttpRequest<T> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly authorization?: string;
  readonly body?: unknown;
  readonly response: Parser<T>;
  /** Browsers obey `Clear-Site-Data` only in the answer to a request that might have carried cookies; ours never have any. */
  readonly credentials?: 'omit' | 'same-origin';
};

export async function sendRequest<T>(
  { fetch, origin, timeoutMs = REQUEST_TIMEOUT_MS }: HttpPorts,
  { method, path, authorization, body, response, credentials = 'omit' }: HttpRequest<T>,
): Promise<Result<T, SyncFailure>> {
  let answer: Response;
  let text: string;
  try {
    answer = await fetch(`${origin}${API_BASE}${path}`, {
      method,
      headers: {
        accept: 'application/json',
        ...(authorization !== undefined && { authorization }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      cache: 'no-store',
      credentials,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    text = await answer.text();
  } catch {
    // fetch rejects for every kind of "no answer" alike; there is nothing in the error to decide on.
    return err({ type: 'Unreachable' });
  }
  const json = parseJson(text);
  if (!answer.ok) return err(failureOf(answer, json));
  // A login page's 200 has no JSON either: only a 204 says "nothing" on purpose.
  if (answer.status !== 204 && json === undefined) return err({ type: 'NotOurServer', status: answer.status });
  const parsed = response.safeParse(answer.status === 204 ? undefined : json);
  return parsed.success ? ok(parsed.data) : err({ type: 'NotOurServer', status: answer.status });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Of an answer that is not ok. */
export const failureOfText = (answer: Response, text: string): SyncFailure => failureOf(answer, parseJson(text));

function failureOf(answer: Response, json: unknown): SyncFailure {
  const problem = Problem.safeParse(json);
  if (!problem.success) return { type: 'NotOurServer', status: answer.status };
  const seconds = problem.data.retryAfterSeconds;
  return {
    type: 'Refused',
    problem: findProblemType(problem.data),
    status: answer.status,
    retryAfterMs: seconds === undefined ? undefined : seconds * 1_000,
  };
}
