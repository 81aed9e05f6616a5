import { randomUUID } from 'node:crypto';
import type { Actor } from '../../domain/actor.ts';
import type { SettleRequest, SettleResponse } from '../../protocol/attention.ts';
import type { Clock } from '../clock.ts';
import type { Pool } from '../store/open-pool.ts';
import { inSettlement, type KeptChange, type Settlement } from '../store/settle-attention.ts';
import { type Advance, advanceOf, furtherOf } from './advance.ts';
import { decideAndWrite } from './decide-and-write.ts';
import { readPushed } from './read-pushed.ts';

type SettlePorts = { readonly pool: Pool; readonly clock: Clock; readonly reportFault: (error: unknown) => void };
type Settled = { readonly response: SettleResponse; readonly advance: Advance };

/**
 * A coordinator settles one item of the list, in one transaction. Undefined when there is none. One that is closed already is settled:
 * the answer to the first request may have been lost.
 */
export function settleItem(
  ports: SettlePorts,
  coordinator: Actor,
  changeId: string,
  { how, note }: SettleRequest,
): Promise<Settled | undefined> {
  const scope = { municipality: coordinator.municipality, actor: coordinator.id };
  return inSettlement(ports.pool, scope, ports.clock.now(), async (settlement) => {
    const item = await settlement.lockItem(changeId);
    if (item === undefined) return undefined;
    if (!item.isOpen) return SETTLED;
    if (how === 'apply') return applyItem(ports, settlement, changeId, item);
    if (how === 'send-back') await settlement.sendBack(changeId, note);
    else await settlement.close(changeId, how, note);
    await settlement.audit(changeId, how, note);
    return SETTLED;
  });
}

/** The author's devices ask what became of it. */
const SETTLED: Settled = { response: { isSettled: true }, advance: 'city' };

/**
 * Decides the change now, as its author's, on a stream of its own: the author's device may be pushing on theirs. From then on the
 * change is known by its id, so that the device's own delivery takes effect no second time: it is told that the change was taken.
 * The audit row is the coordinator's and names the author.
 */
async function applyItem(
  { clock, reportFault }: SettlePorts,
  settlement: Settlement,
  changeId: string,
  { author, deviceId, hash, body }: KeptChange,
): Promise<Settled> {
  const { push } = settlement;
  const stream = randomUUID();
  const read = readPushed({ seq: 1, hash, change: JSON.parse(body) });
  const logged = await push.findLogged({ stream, fromSeq: 1, toSeq: 1, changeIds: [changeId] });
  const first = logged.find(({ isFirst }) => isFirst);
  if (first !== undefined && first.verdict.verdict !== 'refused') {
    await settlement.close(changeId, 'decided', undefined);
    await settlement.audit(changeId, 'apply', undefined);
    return SETTLED;
  }
  const state = await push.lockStream(stream, { accountId: author.id, deviceId });
  const note = { through: 'attention', author: author.id };
  const decided = await decideAndWrite({ clock, reportFault }, { actor: author, deviceId, note }, push, {
    stream,
    state,
    fresh: [read],
    logged: [],
    settling: { isAgain: first !== undefined },
  });
  const verdict = decided.changes[0]?.verdict;
  if (verdict?.verdict === 'refused') {
    await settlement.keep(changeId, verdict.refusal);
    return { response: { isSettled: false, refusal: verdict.refusal }, advance: 'nowhere' };
  }
  await settlement.close(changeId, 'applied', undefined);
  return { response: { isSettled: true }, advance: furtherOf('city', advanceOf(decided)) };
}
