import type { MunicipalityId } from '../../domain/primitives.ts';
import { LIVE_EVENT_ADVANCED, LIVE_HEARTBEAT_MS } from '../../protocol/live.ts';
import type { LiveSignal } from '../store/live-signals.ts';

/**
 * Holds the live connections of this process. A signal goes out to every process through `send` and comes back to each through
 * `receive`, this one included: one way for all.
 */
export type LiveHub = {
  /** Undefined when this process holds as many as it may, or is stopping. */
  connect(who: LiveClient): ReadableStream<Uint8Array> | undefined;
  announce(signal: LiveSignal): void;
  receive(signal: LiveSignal): void;
  /** Signals may have been missed: everybody had better look. */
  wakeAll(): void;
  count(): number;
  close(): void;
};

export type LiveClient = {
  readonly municipality: MunicipalityId;
  readonly sessionId: string;
  readonly deviceId: string;
};

type Connection = LiveClient & {
  readonly controller: ReadableStreamDefaultController<Uint8Array>;
  readonly since: number;
};

export type LivePorts = {
  readonly send: (signals: readonly LiveSignal[]) => Promise<void>;
  readonly reportFault: (error: unknown) => void;
  readonly connectionsMax: number;
};

/** A tab more or two; the oldest is closed for a further one, because it is most likely dead already. */
const CONNECTIONS_OF_SESSION_MAX = 4;
/** Signals of this long travel together: a busy city wakes its devices twenty times a second at most. */
const GATHER_MS = 50;
/** Then it is closed, and the device signs on again: what a session may is looked at at least this often. */
const CONNECTION_AGE_MAX_MS = 60 * 60 * 1000;

const encoder = new TextEncoder();
const HELLO = encoder.encode(': connected\n\n');
const HEARTBEAT = encoder.encode(': alive\n\n');
const ADVANCED = encoder.encode(`event: ${LIVE_EVENT_ADVANCED}\ndata: \n\n`);

export function createLiveHub({ send, reportFault, connectionsMax }: LivePorts): LiveHub {
  const connections = new Set<Connection>();
  const outgoing = new Map<string, LiveSignal>();
  let gathering: NodeJS.Timeout | undefined;
  let isClosed = false;

  const heartbeat = setInterval(() => {
    for (const connection of connections) {
      if (performance.now() - connection.since > CONNECTION_AGE_MAX_MS) drop(connection);
      else write(connection, HEARTBEAT);
    }
  }, LIVE_HEARTBEAT_MS);
  heartbeat.unref();

  return {
    connect(client) {
      if (isClosed) return undefined;
      const ofSession = [...connections].filter(({ sessionId }) => sessionId === client.sessionId);
      const oldest = ofSession[0];
      if (ofSession.length >= CONNECTIONS_OF_SESSION_MAX && oldest !== undefined) drop(oldest);
      if (connections.size >= connectionsMax) return undefined;
      let own: Connection | undefined;
      return new ReadableStream<Uint8Array>({
        start(controller) {
          own = { ...client, controller, since: performance.now() };
          connections.add(own);
          write(own, HELLO);
        },
        cancel: () => void (own && connections.delete(own)),
      });
    },
    announce(signal) {
      outgoing.set(JSON.stringify(signal), signal);
      gathering ??= setTimeout(flush, GATHER_MS);
    },
    receive(signal) {
      for (const connection of connections) {
        if (connection.municipality !== signal.municipality) continue;
        if (signal.what === 'advanced') write(connection, ADVANCED);
        else if (isMeant(connection, signal)) drop(connection);
      }
    },
    wakeAll: () => {
      for (const connection of connections) write(connection, ADVANCED);
    },
    count: () => connections.size,
    close() {
      isClosed = true;
      clearInterval(heartbeat);
      clearTimeout(gathering);
      for (const connection of connections) drop(connection);
    },
  };

  function flush(): void {
    gathering = undefined;
    const signals = [...outgoing.values()];
    outgoing.clear();
    send(signals).catch(reportFault);
  }

  function write(connection: Connection, chunk: Uint8Array): void {
    // A reader that takes nothing for a whole queue is gone or stuck; it will come again.
    if ((connection.controller.desiredSize ?? 0) < -UNREAD_CHUNKS_MAX) drop(connection);
    else connection.controller.enqueue(chunk);
  }

  function drop(connection: Connection): void {
    if (connections.delete(connection)) connection.controller.close();
  }
}

const UNREAD_CHUNKS_MAX = 64;

const isMeant = (connection: Connection, signal: Exclude<LiveSignal, { what: 'advanced' }>): boolean =>
  signal.what === 'device-revoked' ? connection.deviceId === signal.id : connection.sessionId === signal.id;
