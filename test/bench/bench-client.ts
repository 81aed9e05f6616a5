// A device without a screen, as light as possible: its work is done on the cores that the server is measured on. Bodies are
// made beforehand, answers are read as bytes and not opened.

import { Agent, request } from 'node:http';
import type { z } from 'zod';
import type { Change } from '../../src/domain/change.ts';
import { hashChange } from '../../src/protocol/change-hash.ts';
import { EnrolResponse } from '../../src/protocol/enrol.ts';
import { SessionResponse } from '../../src/protocol/session.ts';
import { API_BASE, PROTOCOL_VERSION } from '../../src/protocol/version.ts';
import { rootToLoginSecret } from '../../src/vault/password-root.ts';
import { BENCH_ROOT, BENCH_USERNAME } from './page/bench-person.ts';

export type BenchClient = {
  readonly post: (path: string, body: string) => Promise<Buffer>;
  readonly get: (path: string) => Promise<Buffer>;
};

/** Enrols and signs in; every request of it goes over one connection that is kept. */
export async function connectClient(url: string, code: string): Promise<BenchClient> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const send = (method: string, path: string, authorization: string, body?: string) =>
    sendRequest(new URL(`${API_BASE}${path}`, url), { method, agent, authorization, body });
  const parse = <T>(schema: z.ZodType<T>, bytes: Buffer): T => schema.parse(JSON.parse(bytes.toString('utf8')));
  const enrolment = { protocol: PROTOCOL_VERSION, code, label: 'Bench' };
  const { deviceToken } = parse(EnrolResponse, await send('POST', '/enrol', '', JSON.stringify(enrolment)));
  const secret = await rootToLoginSecret(BENCH_ROOT);
  const signIn = { protocol: PROTOCOL_VERSION, username: BENCH_USERNAME, secret };
  const session = await send('POST', '/session', `Device ${deviceToken}`, JSON.stringify(signIn));
  const bearer = `Bearer ${parse(SessionResponse, session).token}`;
  return {
    post: (path, body) => send('POST', path, bearer, body),
    get: (path) => send('GET', path, bearer),
  };
}

type Sending = {
  readonly method: string;
  readonly agent: Agent;
  readonly authorization: string;
  readonly body: string | undefined;
};

function sendRequest(url: URL, { method, agent, authorization, body }: Sending): Promise<Buffer> {
  const headers = {
    ...(authorization !== '' && { authorization }),
    ...(body !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
    // Only pages of records are large enough to be compressed, and a tablet takes them so.
    ...(method === 'GET' && { 'accept-encoding': 'gzip' }),
  };
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, agent, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        const bytes = Buffer.concat(chunks);
        if (answer.statusCode === 200) resolve(bytes);
        else
          reject(
            new Error(`${method} ${url.pathname} answered ${answer.statusCode}: ${bytes.toString('utf8', 0, 300)}`),
          );
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** The bodies of pushes that carry these changes in order, `batch` at a time, on one stream. */
export async function changesToPushes(stream: string, changes: readonly Change[], batch: number): Promise<string[]> {
  const bodies: string[] = [];
  for (let start = 0; start < changes.length; start += batch) {
    const part = changes.slice(start, start + batch);
    const numbered = await Promise.all(
      part.map(async (change, index) => ({ seq: start + index + 1, hash: await hashChange(change), change })),
    );
    bodies.push(JSON.stringify({ protocol: PROTOCOL_VERSION, stream, changes: numbered }));
  }
  return bodies;
}
