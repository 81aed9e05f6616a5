import { Actor } from '../../../src/domain/actor.ts';
import type * as real from '../../../src/server/store/settle-attention.ts';
import type { AttentionRow, Tables } from '../memory-database.ts';
import { asMemory } from './as-memory.ts';
import { rowToActor } from './to-actor.ts';

/** Stands in for src/server/store/settle-attention.ts, in the simulated process only. */
export const inSettlement: typeof real.inSettlement = (pool, { municipality, actor }, _at, work) => {
  const database = asMemory(pool);
  const coordinator = Actor.parse({ id: actor, name: 'settles', role: 'coordinator', municipality });
  return database.store.inTransaction(coordinator, (push) => {
    const change = (id: string, to: Partial<AttentionRow>) => {
      database.stage(push, ({ attention }: Tables) => {
        const row = attention.get(id);
        if (row !== undefined) attention.set(id, { ...row, ...to });
      });
      return Promise.resolve();
    };
    return work({
      push,
      async lockItem(id) {
        await database.travel();
        const row = database.tables.attention.get(id);
        const account = row && database.tables.accounts.get(row.account);
        if (row === undefined || account === undefined) return undefined;
        const author = rowToActor(database.tables, municipality, account, undefined);
        return { author, deviceId: row.device, hash: row.hash, body: row.body, isOpen: !row.isClosed };
      },
      close: (id, how, note) => change(id, { isClosed: true, closedHow: how, closedBy: actor, note }),
      keep: (id, refusal) => change(id, { why: 'refused', refusal }),
      sendBack: (id, note) => change(id, { sentBack: 'yes', note }),
      audit: () => Promise.resolve(),
    });
  });
};
