import { ACTOR_ROLES } from '../../domain/actor.ts';
import { err, ok } from '../../domain/result.ts';
import { ReceiptQuery, ReceiptResponse } from '../../protocol/receipt.ts';
import { API_BASE } from '../../protocol/version.ts';
import { readReceipt } from '../store/read-receipt.ts';
import { sessionRoute } from './route.ts';

export const receiptRoute = sessionRoute({
  method: 'GET',
  path: `${API_BASE}/receipt`,
  summary: 'What the server holds of a stream',
  roles: ACTOR_ROLES,
  query: ReceiptQuery,
  answer: ReceiptResponse,
  async handle({ caller, query }, { pool, clock }) {
    const { actor, deviceId, epoch } = caller;
    const scope = { municipality: actor.municipality, actor: actor.id };
    const held = await readReceipt(pool, scope, { stream: query.stream, deviceId });
    if (held.isForeign) return err({ type: 'StreamForeign' });
    const { mark, count, chain, backedUpMark } = held;
    // Version 1 reads its messages strictly: a field it does not know would be a broken receipt.
    const backup = query.protocol === 1 || backedUpMark === undefined ? {} : { backedUpMark };
    return ok({ epoch, stream: query.stream, mark, count, chain, ...backup, at: clock.now() });
  },
});
