import type { Change } from '../../src/domain/change.ts';
import type { RecordEnvelope } from '../../src/domain/record.ts';
import type { World } from './create-world.ts';
import type { Broken } from './saved-change.ts';
import { sortedJson } from './sorted-json.ts';

/** What other cities are to be shown, by the id of the record: its fields as somebody last validated them. */
export type Shelf = Map<string, Readonly<Record<string, unknown>>>;

const SHARED: readonly string[] = ['practice', 'practice-file', 'practice-reply'];

/**
 * Written a second time from the words of the design: validated, it is shown as it is then; an edit changes nothing there; returned, reopened
 * or removed, it leaves, and comes again only when somebody validates it again. `fields` are those after the change.
 */
export function shelve(shelf: Shelf, change: Change, fields: Readonly<Record<string, unknown>>): void {
  if (!SHARED.includes(change.kind)) return;
  if (change.type === 'review' && change.verb === 'validate') shelf.set(change.recordId, fields);
  else if (change.type === 'review' || change.type === 'remove' || change.type === 'merge')
    shelf.delete(change.recordId);
}

/** At any moment: what another city holds of this one is of the kinds that are shared, and tells of nobody who works here. */
export function checkElsewhere(world: World, broken: Broken): void {
  const { accounts } = world.server.database.tables;
  for (const { name, record } of heldElsewhere(world)) {
    const { kind, id, createdBy, updatedBy, comments, conflicts } = record;
    const isNamed = accounts.has(createdBy.id) || accounts.has(updatedBy.id);
    if (!SHARED.includes(kind) || isNamed || comments.length + conflicts.length > 0)
      broken('shelf', `${name} holds ${kind} ${id.slice(-6)} of another city with more than its card`);
  }
}

/** Once healed: exactly what was validated, as it was then. */
export function checkShelf(world: World, shelf: Shelf, broken: Broken): void {
  checkElsewhere(world, broken);
  for (const tab of world.devices.filter(({ isElsewhere }) => isElsewhere).flatMap(({ tabs }) => [...tabs])) {
    const held = heldElsewhere(world).filter(({ name, record }) => name === tab.process.name && !record.removed);
    for (const { name, record } of held) {
      const fields = shelf.get(record.id);
      const id = record.id.slice(-6);
      if (fields === undefined) broken('shelf', `${name} is shown ${record.kind} ${id}, which is not validated`);
      else if (sortedJson(fields) !== sortedJson(record.fields))
        broken('shelf', `${name} is shown ${id} as ${sortedJson(record.fields)}, validated was ${sortedJson(fields)}`);
      else world.tally.count(`shown in another city: ${record.kind}`);
    }
    const ids = new Set<string>(held.map(({ record }) => record.id));
    for (const id of shelf.keys())
      if (!ids.has(id)) broken('shelf', `${tab.process.name} is not shown ${id.slice(-6)}, which was validated`);
  }
}

const heldElsewhere = ({ devices }: World): readonly { readonly name: string; readonly record: RecordEnvelope }[] =>
  devices
    .filter(({ isElsewhere }) => isElsewhere)
    .flatMap(({ tabs }) => [...tabs])
    .flatMap((tab) => (tab.vault()?.caseload.all() ?? []).map(({ record }) => ({ name: tab.process.name, record })));
