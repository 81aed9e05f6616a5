import { Author } from '../../../src/domain/actor.ts';
import type * as real from '../../../src/server/store/read-standings.ts';
import { asMemory } from './as-memory.ts';

/** Stands in for src/server/store/read-standings.ts, in the simulated process only. */
export const readStandings: typeof real.readStandings = async (pool, actor, { changeIds }) => {
  const database = asMemory(pool);
  await database.travel();
  const { attention, accounts, records } = database.tables;
  const items = changeIds.flatMap((changeId) => {
    const row = attention.get(changeId);
    if (row?.account !== actor.id) return [];
    const { why, refusal, note, record: recordId } = row;
    const settler = accounts.get(row.closedBy ?? '');
    const closedBy = settler && Author.parse({ id: settler.id, name: settler.name });
    return [{ changeId, why, refusal, note, closedHow: row.closedHow, closedBy, recordId }];
  });
  const taken = items.filter(({ closedHow = '' }) => ['decided', 'applied', 'mended'].includes(closedHow));
  const ids = new Set(taken.flatMap(({ recordId }) => recordId ?? []));
  return { items, records: [...ids].flatMap((id) => records.get(id) ?? []) };
};
