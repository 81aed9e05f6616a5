import type { Result } from '../domain/result.ts';
import { ReturnedResponse } from '../protocol/attention.ts';
import { LIVE_EVENT_ADVANCED, LIVE_HEARTBEAT_MS } from '../protocol/live.ts';
import { PullResponse } from '../protocol/pull.ts';
import { PushResponse } from '../protocol/push.ts';
import { ReceiptResponse } from '../protocol/receipt.ts';
import type { SessionResponse } from '../protocol/session.ts';
import { StandingResponse } from '../protocol/standing.ts';
import { API_BASE, PROTOCOL_VERSION } from '../protocol/version.ts';
import type { SyncFailure } from './failure.ts';
import { type HttpPorts, nothing, sendRequest } from './http-client.ts';
import type { ServerPort } from './server-port.ts';

/** The central endpoint over HTTP. Renewing the session needs the person's login secret, so the caller brings that. */
export function createHttpServerPort(
  ports: HttpPorts,
  renewSession: () => Promise<Result<SessionResponse, SyncFailure>>,
): ServerPort {
  const bearer = (token: string) => `Bearer ${token}`;
  const query = (values: Record<string, string>) =>
    new URLSearchParams({ protocol: String(PROTOCOL_VERSION), ...values }).toString();
  return {
    renewSession,
    register: (token, vaultId, body) =>
      sendRequest(ports, {
        method: 'PUT',
        path: `/vaults/${vaultId}`,
        authorization: bearer(token),
        body,
        response: nothing,
      }),
    push: (token, body) =>
      sendRequest(ports, { method: 'POST', path: '/push', authorization: bearer(token), body, response: PushResponse }),
    pull: (token, cursor, recordsMax) =>
      sendRequest(ports, {
        method: 'GET',
        path: `/pull?${query({ limit: String(recordsMax), ...(cursor !== undefined && { cursor }) })}`,
        authorization: bearer(token),
        response: PullResponse,
      }),
    receipt: (token, stream) =>
      sendRequest(ports, {
        method: 'GET',
        path: `/receipt?${query({ stream })}`,
        authorization: bearer(token),
        response: ReceiptResponse,
      }),
    returned: (token) =>
      sendRequest(ports, {
        method: 'GET',
        path: '/returned',
        authorization: bearer(token),
        response: ReturnedResponse,
      }),
    takeReturned: (token, changeIds) =>
      sendRequest(ports, {
        method: 'POST',
        path: '/returned/taken',
        authorization: bearer(token),
        body: { protocol: PROTOCOL_VERSION, changeIds },
        response: nothing,
      }),
    standing: (token, changeIds) =>
      sendRequest(ports, {
        method: 'POST',
        path: '/standing',
        authorization: bearer(token),
        body: { protocol: PROTOCOL_VERSION, changeIds },
        response: StandingResponse,
      }),
    async listen(token, onAdvanced, signal) {
      const silence = createSilence(ports.liveSilenceMs ?? LIVE_SILENCE_MAX_MS);
      try {
        const answer = await ports.fetch(`${ports.origin}${API_BASE}/live`, {
          headers: { accept: 'text/event-stream', authorization: bearer(token) },
          cache: 'no-store',
          credentials: 'omit',
          signal: AbortSignal.any([signal, silence.signal]),
        });
        const isEvents = answer.headers.get('content-type')?.startsWith('text/event-stream') === true;
        if (!answer.ok || !isEvents || answer.body === null) return;
        // Whatever advanced before the connection stood was told to nobody.
        onAdvanced();
        await readEvents(answer.body, onAdvanced, silence.isBroken);
      } finally {
        silence.stop();
      }
    },
  };
}

/** Two heartbeats missed and some more: the connection is dead, although nobody has closed it. */
const LIVE_SILENCE_MAX_MS = LIVE_HEARTBEAT_MS * 2.5;

/** Aborts when nothing was heard for so long. */
function createSilence(maxMs: number) {
  const cut = new AbortController();
  let timer = setTimeout(() => cut.abort(), maxMs);
  return {
    signal: cut.signal,
    isBroken() {
      clearTimeout(timer);
      timer = setTimeout(() => cut.abort(), maxMs);
    },
    stop: () => clearTimeout(timer),
  };
}

/** The stream carries one kind of event and no data worth reading, so counting its `event:` lines is the whole parser. */
async function readEvents(
  body: ReadableStream<Uint8Array>,
  onAdvanced: () => void,
  onAnything: () => void,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let unread = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    onAnything();
    const lines = (unread + decoder.decode(value, { stream: true })).split('\n');
    unread = lines.pop() ?? '';
    if (lines.some((line) => line.trim() === `event: ${LIVE_EVENT_ADVANCED}`)) onAdvanced();
  }
}
