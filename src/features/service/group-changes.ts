import type { NewChange } from '../../device/open-vault.ts';
import type { Fields } from '../../domain/json-value.ts';
import type { Id } from '../../domain/primitives.ts';
import { listOf, numberOf } from '../field-values.ts';

/** Whom a group's form holds beside the fields that all its services share: people by id, and how many more without a name. */
export const peopleOf = (values: Fields): readonly string[] => listOf(values.people);
export const unnamedOf = (values: Fields): number => numberOf(values.unnamed) ?? 0;
export const groupSizeOf = (values: Fields): number => peopleOf(values).length + unnamedOf(values);

/**
 * One service for each, tied by the id of the first: so that each person has a history of their own, and who had no name that day can be
 * tied to a person later. With nobody chosen it is one service for nobody, whose refusal says what is missing.
 */
export function groupChanges(recordId: Id, values: Fields, newId: () => Id): readonly NewChange[] {
  const { people: _people, unnamed: _unnamed, ...shared } = values;
  const who: Fields[] = [
    ...peopleOf(values).map((beneficiary) => ({ beneficiary })),
    ...Array.from({ length: unnamedOf(values) }, () => ({ contact: { count: 1 } })),
  ];
  if (who.length === 0) return [{ type: 'create', kind: 'service', recordId, fields: shared }];
  const tie: Fields = who.length > 1 ? { group: recordId } : {};
  return who.map((one, index) => ({
    type: 'create',
    kind: 'service',
    recordId: index === 0 ? recordId : newId(),
    fields: { ...shared, ...tie, ...one },
  }));
}
