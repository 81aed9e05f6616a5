import { findRecordId } from '../../../src/server/push/read-pushed.ts';
import type * as real from '../../../src/server/store/hold-changes.ts';
import { asMemory } from './as-memory.ts';

/** Stands in for src/server/store/hold-changes.ts, in the simulated process only. */
export const holdChanges: typeof real.holdChanges = async (pool, _scope, { owner, changes }) => {
  const database = asMemory(pool);
  await database.travel();
  const { firstById, attention } = database.tables;
  return changes.map(({ hash, change }) => {
    const { id } = change;
    const decided = firstById.get(id);
    if (decided === undefined && !attention.has(id)) {
      const record = findRecordId(change);
      const body = JSON.stringify(change);
      attention.set(id, {
        why: 'held',
        account: owner.accountId,
        device: owner.deviceId,
        hash,
        body,
        record,
        isClosed: false,
        sentBack: 'no',
      });
    }
    const kept = attention.get(id);
    if ((decided ?? kept)?.hash !== hash) return { changeId: id, became: 'unreadable' };
    const isHeld = decided === undefined && kept?.why === 'held' && !kept.isClosed;
    return { changeId: id, became: isHeld ? 'held' : 'taken' };
  });
};
