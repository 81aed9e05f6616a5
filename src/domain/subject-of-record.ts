import { subjectOf } from './kind-definition.ts';
import { KINDS } from './kinds.ts';
import type { RecordEnvelope } from './record.ts';

type Pointing = Pick<RecordEnvelope, 'kind' | 'fields' | 'mergedInto'>;

/**
 * The record that a record is about: its subject or, where a kind has none, the one it was merged into. So that whoever looks for what is
 * about a person also finds who was merged into them.
 */
export function subjectOfRecord({ kind, fields, mergedInto }: Pointing): string | undefined {
  const definition = KINDS.get(kind);
  if (definition === undefined) return undefined;
  return definition.subjectField === undefined ? mergedInto : subjectOf(definition, fields);
}

/** Of everything known: a record by its id, and the records about one, removed and merged ones too. */
export type SubjectView = {
  readonly find: (id: string) => RecordEnvelope | undefined;
  readonly about: (id: string) => readonly RecordEnvelope[];
};

/** Everybody who is one with `id` after all merges: itself, what it was merged into, and what was merged into any of these. */
export function mergedFamily({ find, about }: SubjectView, id: string): ReadonlySet<string> {
  const family = new Set([id]);
  // A set is walked on to what is added meanwhile.
  for (const one of family) {
    const into = find(one)?.mergedInto;
    if (into !== undefined) family.add(into);
    for (const record of about(one)) if (record.mergedInto === one) family.add(record.id);
  }
  return family;
}
