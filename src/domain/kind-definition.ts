import type { z } from 'zod';
import type { AccessByRole, FieldClass } from './access.ts';
import type { Fields, JsonValue } from './json-value.ts';
import type { CalendarDate } from './primitives.ts';
import type { RecordEnvelope } from './record.ts';
import type { FieldProblem, Refusal } from './refusal.ts';
import { err, ok, type Result } from './result.ts';
import { shapeProblems } from './shape-problems.ts';

/**
 * What a kind of record is: one zod schema of its fields, the class of each field, what record it is about, and its rules.
 * Form, validation on both sides, storage, sync, permissions and audit all read this one definition.
 */
export type RuleContext = {
  /** Today in Europe/Rome: the device's on the promise, the server's on the decision. */
  readonly today: CalendarDate;
  /** The record before this change; absent when it is being created. */
  readonly record: RecordEnvelope | undefined;
  /** The records this one may depend on: its subject and the other records about the same subject. Never the record itself. */
  readonly related: readonly RecordEnvelope[];
};

export type KindDefinition = {
  readonly kind: string;
  readonly schema: z.ZodObject;
  readonly classes: Readonly<Record<string, FieldClass>>;
  readonly access: AccessByRole;
  /** Whether a coordinator reviews records of this kind. */
  readonly isReviewed: boolean;
  /** Whether all cities of the network read what a coordinator has validated (`shared-record.ts`). Only for what tells of no person. */
  readonly isShared: boolean;
  /** Name of the field that holds the id of the record this one is about, if the kind has one. */
  readonly subjectField: string | undefined;
  /** Kind of that record, or the kinds it may be of. */
  readonly subjectKind: string | readonly string[] | undefined;
  /** Whether one value has the shape of its field; no rules are asked. */
  readonly checkField: (field: string, value: JsonValue) => readonly FieldProblem[];
  /** Parses the fields and applies the rules of the kind. */
  readonly check: (fields: Fields, context: RuleContext) => Result<Fields, Refusal>;
};

export function defineKind<Shape extends z.ZodRawShape>(definition: {
  kind: string;
  schema: z.ZodObject<Shape, z.core.$strict>;
  classes: { readonly [Field in keyof Shape & string]: FieldClass };
  access: AccessByRole;
  isReviewed: boolean;
  isShared?: true;
  subjectField?: keyof Shape & string;
  subjectKind?: string | readonly string[];
  rules: (fields: z.infer<z.ZodObject<Shape, z.core.$strict>>, context: RuleContext) => readonly FieldProblem[];
}): KindDefinition {
  const { schema, rules } = definition;
  return {
    ...definition,
    schema: schema as z.ZodObject,
    isShared: definition.isShared === true,
    subjectField: definition.subjectField,
    subjectKind: definition.subjectKind,
    checkField(field, value) {
      const fields = { [field]: value };
      const parsed = (schema as z.ZodObject).partial().safeParse(fields);
      return parsed.success ? [] : shapeProblems(fields, parsed.error.issues);
    },
    check(fields, context) {
      const parsed = schema.safeParse(fields);
      if (!parsed.success) return err({ type: 'FieldsRefused', problems: shapeProblems(fields, parsed.error.issues) });
      const problems = rules(parsed.data, context);
      return problems.length > 0 ? err({ type: 'FieldsRefused', problems: [...problems] }) : ok(fields);
    },
  };
}

/** The record a set of fields is about, if the kind points to one. */
export function subjectOf(definition: KindDefinition, fields: Fields): string | undefined {
  const value = definition.subjectField === undefined ? undefined : fields[definition.subjectField];
  return typeof value === 'string' ? value : undefined;
}

/** Whether the record these fields are about is there and not removed; a record about nothing is fine too. */
export function isSubjectKnown(
  definition: KindDefinition,
  fields: Fields,
  related: readonly RecordEnvelope[],
): boolean {
  const subject = subjectOf(definition, fields);
  if (subject === undefined) return true;
  const kinds = [definition.subjectKind].flat();
  return related.some(({ id, kind, removed }) => id === subject && kinds.includes(kind) && !removed);
}
