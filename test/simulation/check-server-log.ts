import type { World } from './create-world.ts';
import { type Broken, describe, type SavedChange } from './saved-change.ts';
import { sortedJson } from './sorted-json.ts';

type Known = {
  readonly saved: ReadonlyMap<string, SavedChange>;
  /** Ids that some process made. */
  readonly madeIds: ReadonlySet<string>;
  readonly damagedIds: ReadonlySet<string>;
};

/** Law 2, and that nobody's words were altered on the way. */
export function checkServerLog({ server }: World, { saved, madeIds, damagedIds }: Known, broken: Broken): void {
  const { changes, audit, records } = server.database.tables;
  const effects = new Map<string, number>();
  for (const { action, detail } of audit) {
    const { change, again } = JSON.parse(detail) as { change?: string; again?: boolean };
    if (action === 'change' && change !== undefined && again !== true)
      effects.set(change, (effects.get(change) ?? 0) + 1);
  }
  for (const [id, times] of effects) if (times !== 1) broken('2', `${id} took effect ${times} times`);
  for (const row of changes) {
    if (!row.isFirst || damagedIds.has(row.changeId)) continue;
    const known = saved.get(row.changeId);
    if (known === undefined) {
      if (!madeIds.has(row.changeId)) broken('2', `the server holds ${row.changeId}, which nobody made`);
      continue;
    }
    if (row.verdict.verdict !== 'refused' && known.fate === 'undone' && !known.isCopied) {
      broken('2', `${describe(known.change)} was undone and took effect all the same`);
    }
    if (sortedJson(JSON.parse(row.body)) !== sortedJson(known.change))
      broken('1', `${describe(known.change)} was altered on its way`);
  }
  const versions = [...records.values()].map(({ version }) => version);
  if (new Set(versions).size !== versions.length) broken('2', 'two records have one version');
}
