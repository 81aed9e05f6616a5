// The cable between one tablet and the office: a plain forwarder on a port of its own. Cut, nothing listens there and what was
// open is gone, while everybody else still has the network. `answer` is a Wi-Fi that answers in the server's place.

import { createServer as createHttpServer } from 'node:http';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { findFreePort } from '../../src/server/postgres/free-port.ts';

export type Line = {
  readonly url: string;
  readonly cut: () => Promise<void>;
  readonly restore: () => Promise<void>;
  /** A login page answers everything with 200 until the line is cut or restored. */
  readonly capture: () => Promise<void>;
};

const LOGIN_PAGE = '<!doctype html><title>Wi-Fi</title><p>Accedi alla rete della biblioteca.</p>';

export async function layLine(officeUrl: string): Promise<Line> {
  const port = await findFreePort();
  const office = Number(new URL(officeUrl).port);
  const sockets = new Set<Socket>();
  let server: Server | undefined;

  const cut = async () => {
    const closing = server;
    server = undefined;
    for (const socket of sockets) socket.destroy();
    sockets.clear();
    if (closing !== undefined) await new Promise((resolve) => closing.close(resolve));
  };
  const listen = async (next: Server) => {
    await cut();
    server = next;
    next.on('connection', (socket: Socket) => keep(sockets, socket));
    await new Promise<void>((resolve, reject) => {
      next.once('error', reject);
      next.listen({ host: '127.0.0.1', port }, resolve);
    });
  };
  const restore = () => listen(createServer((socket) => forward(socket, keep(sockets, connect(office, '127.0.0.1')))));
  const capture = () =>
    listen(
      createHttpServer((_, response) => {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(LOGIN_PAGE);
      }),
    );
  await restore();
  return { url: `http://127.0.0.1:${port}`, cut, restore, capture };
}

function keep(sockets: Set<Socket>, socket: Socket): Socket {
  sockets.add(socket);
  socket.on('close', () => sockets.delete(socket));
  return socket;
}

/** Whichever end closes or breaks, the other learns of it. */
function forward(inner: Socket, outer: Socket): void {
  inner.pipe(outer).pipe(inner);
  inner.on('error', () => outer.destroy());
  outer.on('error', () => inner.destroy());
  inner.on('close', () => outer.destroy());
  outer.on('close', () => inner.destroy());
}
