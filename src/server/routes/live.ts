import { err, ok } from '../../domain/result.ts';
import { API_BASE } from '../../protocol/version.ts';
import { RECORD_ROLES } from './record-roles.ts';
import { sessionRoute } from './route.ts';

export const liveRoute = sessionRoute({
  method: 'GET',
  path: `${API_BASE}/live`,
  summary: 'Server-sent events: the municipality advanced',
  roles: RECORD_ROLES,
  answer: 'events',
  async handle({ caller, request }, { live }) {
    const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' };
    // Nobody would ever read, or close, the stream behind the answer to a HEAD.
    if (request.raw.method === 'HEAD') return ok(new Response(null, { headers }));
    const { municipality } = caller.actor;
    const stream = live.connect({ municipality, sessionId: caller.id, deviceId: caller.deviceId });
    if (stream === undefined) return err({ type: 'ServerBusy', retryAfterSeconds: 30 });
    return ok(new Response(stream, { headers }));
  },
});
