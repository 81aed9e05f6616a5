import type { Change } from './change.ts';
import type { Fields } from './json-value.ts';

/** The values that a change writes, by field, null where it clears one; none of a change that writes no field. */
export function changedFields(change: Change): Fields {
  if (change.type === 'create') return change.fields;
  if (change.type === 'resolve') return { [change.field]: change.to };
  if (change.type !== 'edit') return {};
  return Object.fromEntries(Object.entries(change.fields).map(([name, { to }]) => [name, to]));
}
