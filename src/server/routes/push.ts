import { ACTOR_ROLES } from '../../domain/actor.ts';
import { err, ok } from '../../domain/result.ts';
import { PushRequest, PushResponse } from '../../protocol/push.ts';
import { API_BASE } from '../../protocol/version.ts';
import { announceAdvance } from '../live/announce-advance.ts';
import { errorToFields } from '../log.ts';
import { applyPush } from '../push/apply-push.ts';
import { streamProblemToRefused } from '../push/refuse-stream.ts';
import { sessionRoute } from './route.ts';

/**
 * Open to every role, because the domain decides change by change: somebody whose role was taken away with a full outbox gets a
 * verdict for each, instead of a queue that never empties.
 */
export const pushRoute = sessionRoute({
  method: 'POST',
  path: `${API_BASE}/push`,
  summary: 'Changes go up; each gets a verdict',
  roles: ACTOR_ROLES,
  body: PushRequest,
  answer: PushResponse,
  async handle({ caller, body }, { pushStore, clock, live, log }) {
    const reportFault = (error: unknown) => log('error', 'change-fault', errorToFields(error));
    const pushed = await applyPush({ store: pushStore, clock, reportFault }, caller, body);
    if (!pushed.ok) return err(streamProblemToRefused(pushed.error));
    announceAdvance(live, caller.actor.municipality, pushed.value.advance);
    return ok(pushed.value.response);
  },
});
