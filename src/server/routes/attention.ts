import { z } from 'zod';
import { ACTOR_ROLES, type Role } from '../../domain/actor.ts';
import { err, ok } from '../../domain/result.ts';
import {
  AttentionResponse,
  ReturnedResponse,
  ReturnedTaken,
  SettleRequest,
  SettleResponse,
} from '../../protocol/attention.ts';
import { API_BASE } from '../../protocol/version.ts';
import { announceAdvance } from '../live/announce-advance.ts';
import { errorToFields } from '../log.ts';
import { settleItem } from '../push/settle-item.ts';
import { listAttention, listReturned, markTaken } from '../store/attention.ts';
import { sessionRoute } from './route.ts';

/** What was refused is a person's data with every field: for those who may read all of it. An admin runs the accounts and reads none. */
const SETTLERS: readonly Role[] = ['coordinator'];

export const attentionRoute = sessionRoute({
  method: 'GET',
  path: `${API_BASE}/attention`,
  summary: 'What was refused, and what is held for a yes',
  roles: SETTLERS,
  answer: AttentionResponse,
  async handle({ caller: { actor } }, { pool, clock }) {
    const scope = { municipality: actor.municipality, actor: actor.id };
    return ok({ items: await listAttention(pool, scope, clock.now()) });
  },
});

export const settleRoute = sessionRoute({
  method: 'POST',
  path: `${API_BASE}/attention/:changeId`,
  summary: 'A coordinator applies, sends back, closes or dismisses one',
  roles: SETTLERS,
  body: SettleRequest,
  answer: SettleResponse,
  async handle({ caller: { actor }, body, request }, { pool, clock, live, log }) {
    const changeId = z.uuid().safeParse(request.params.changeId);
    if (!changeId.success) return err({ type: 'NotFound' });
    const reportFault = (error: unknown) => log('error', 'change-fault', errorToFields(error));
    const settled = await settleItem({ pool, clock, reportFault }, actor, changeId.data.toLowerCase(), body);
    if (settled === undefined) return err({ type: 'NotFound' });
    announceAdvance(live, actor.municipality, settled.advance);
    return ok(settled.response);
  },
});

export const returnedRoute = sessionRoute({
  method: 'GET',
  path: `${API_BASE}/returned`,
  summary: 'Changes of the caller that a coordinator sent back',
  roles: ACTOR_ROLES,
  answer: ReturnedResponse,
  async handle({ caller: { actor } }, { pool, clock }) {
    const scope = { municipality: actor.municipality, actor: actor.id };
    return ok({ changes: await listReturned(pool, scope, clock.now()) });
  },
});

export const returnedTakenRoute = sessionRoute({
  method: 'POST',
  path: `${API_BASE}/returned/taken`,
  summary: 'A device of the caller keeps them now',
  roles: ACTOR_ROLES,
  body: ReturnedTaken,
  answer: 'empty',
  async handle({ caller: { actor }, body }, { pool, clock }) {
    await markTaken(pool, { municipality: actor.municipality, actor: actor.id }, body.changeIds, clock.now());
    return ok(undefined);
  },
});
