import { readFile } from 'node:fs/promises';
import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { Duplex } from 'node:stream';
import { createSecureContext } from 'node:tls';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { err, ok, type Result } from '../../domain/result.ts';
import { PROBLEM_TYPE_PREFIX } from '../../protocol/problem.ts';
import { sqlState } from '../store/in-municipality.ts';
import { isForwardedTls } from './client-address.ts';
import { securityHeaders } from './security-headers.ts';

/** Address line and headers together; our longest cursor and token need less than 1 KiB. */
const HEADERS_BYTES_MAX = 16 * 1024;
const HEADERS_TIMEOUT_MS = 20_000;
/** Four megabytes from a tablet at the edge of a cell take their time. */
const REQUEST_TIMEOUT_MS = 120_000;
/** Longer than what usual proxies keep a connection for, so that they never send into a closed one. */
const KEEP_ALIVE_MS = 75_000;
/** At a stop, answers under way are waited for this long. */
const CLOSE_GRACE_MS = 10_000;
const CLOSE_IDLE_MS = 50;

type TlsFiles = { readonly certFile: string; readonly keyFile: string };
export type ListenSettings = {
  readonly host: string;
  readonly port: number;
  readonly trustedProxies: readonly string[];
  readonly tls: TlsFiles | undefined;
};
export type Listening = { readonly url: string; close(): Promise<void> };

export async function listen(
  { host, port, tls, trustedProxies }: ListenSettings,
  handle: (request: Request, env: HttpBindings) => Promise<Response> | Response,
): Promise<Result<Listening, string>> {
  const answer = getRequestListener((request, env) =>
    'incoming' in env ? handle(request, env as HttpBindings) : undefined,
  );
  const listener = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const isTls = tls !== undefined || isForwardedTls(incoming, trustedProxies);
    // Set before anything is decided, so that no way out of here is without them.
    outgoing.setHeaders(new Map(Object.entries(securityHeaders(isTls))));
    void answer(incoming, outgoing);
  };
  const options: ServerOptions = {
    maxHeaderSize: HEADERS_BYTES_MAX,
    headersTimeout: HEADERS_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
  };
  const pair = tls === undefined ? ok(undefined) : await readTlsFiles(tls);
  if (!pair.ok) return pair;
  const server =
    pair.value === undefined
      ? createHttpServer(options, listener)
      : createHttpsServer({ ...options, ...pair.value }, listener);
  server.on('clientError', (error, socket) => answerBroken(error, socket, securityHeaders(tls !== undefined)));
  const silent = trackSilent(server, tls !== undefined);
  const problem = await new Promise<string | undefined>((resolve) => {
    server.once('error', (error) => resolve(describeListenError(error, host, port)));
    server.listen(port, host, () => resolve(undefined));
  });
  if (problem !== undefined) return err(problem);
  const bound = server.address();
  const boundPort = typeof bound === 'object' && bound !== null ? bound.port : port;
  const shownHost = host.includes(':') ? `[${host}]` : host;
  const scheme = tls === undefined ? 'http' : 'https';
  return ok({ url: `${scheme}://${shownHost}:${boundPort}`, close: () => closeServer(server, silent) });
}

async function readTlsFiles({ certFile, keyFile }: TlsFiles) {
  try {
    const pair = { cert: await readFile(certFile), key: await readFile(keyFile) };
    createSecureContext(pair);
    return ok(pair);
  } catch (error) {
    return err(`TACCUINO_TLS_CERT and TACCUINO_TLS_KEY cannot be used (${sqlState(error) ?? 'no PEM files'}).`);
  }
}

function describeListenError(error: Error, host: string, port: number): string {
  const code = sqlState(error);
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program: choose another one with TACCUINO_PORT.`;
  if (code === 'EACCES')
    return `Port ${port} is not allowed for this account: choose one above 1023 with TACCUINO_PORT.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `This machine has no address ${host}: see TACCUINO_HOST.`;
  return `The server cannot listen on ${host}:${port} (${code}).`;
}

/** What is not HTTP at all, or has headers without end, never becomes a request. */
function answerBroken(error: Error, socket: Duplex, careful: Readonly<Record<string, string>>): void {
  if (!socket.writable || sqlState(error) === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const isTooLong = sqlState(error) === 'HPE_HEADER_OVERFLOW';
  const status = isTooLong ? '431 Request Header Fields Too Large' : '400 Bad Request';
  const title = isTooLong ? 'The address or the headers are too long' : 'This is not an HTTP request';
  const body = JSON.stringify({
    type: `${PROBLEM_TYPE_PREFIX}BodyInvalid`,
    title,
    status: Number.parseInt(status, 10),
  });
  const headers = {
    ...careful,
    'Content-Type': 'application/problem+json',
    'Content-Length': Buffer.byteLength(body),
    Connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n${body}`);
}

/** Connections that have not asked anything yet (browsers open some in advance): Node counts them neither as idle nor as at work. */
function trackSilent(server: Server, isTls: boolean): ReadonlySet<Duplex> {
  const silent = new Set<Duplex>();
  const add = (socket: Duplex) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  };
  // Under TLS a request's socket is the secured one.
  server.on(isTls ? 'secureConnection' : 'connection', add);
  server.on('request', ({ socket }: IncomingMessage) => silent.delete(socket));
  return silent;
}

function closeServer(server: Server, silent: ReadonlySet<Duplex>): Promise<void> {
  const forced = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS);
  // A connection that has just had its last answer is kept alive for a next one, which will not come.
  const idle = setInterval(() => {
    server.closeIdleConnections();
    for (const socket of silent) socket.destroy();
  }, CLOSE_IDLE_MS);
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(forced);
      clearInterval(idle);
      resolve();
    });
    server.closeIdleConnections();
  });
}
