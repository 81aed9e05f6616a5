import type { z } from 'zod';
import type { Fields } from './json-value.ts';
import type { FieldProblem } from './refusal.ts';
import type { RuleCode } from './rule-codes.ts';

/** What zod says about the shape of a record's fields, in our stable codes: one problem for each field and rule. */
export function shapeProblems(fields: Fields, issues: readonly z.core.$ZodIssue[]): FieldProblem[] {
  const problems = issues.flatMap((issue): FieldProblem[] =>
    issue.code === 'unrecognized_keys' && issue.path.length === 0
      ? issue.keys.map((key) => ({ field: fieldNameOr(key, 'record'), rule: 'FieldUnknown' satisfies RuleCode }))
      : [{ field: fieldNameOr(issue.path[0], 'record'), rule: ruleOfIssue(fields, issue) }],
  );
  const seen = new Set<string>();
  return problems.filter(({ field, rule }) => {
    const key = `${field} ${rule}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

const fieldNameOr = (name: PropertyKey | undefined, fallback: string): string =>
  typeof name === 'string' && /^[a-z][A-Za-z0-9]{0,39}$/.test(name) ? name : fallback;

/** A `refine` of ours gives its rule as the message; what zod finds itself becomes one of the general rules. */
function ruleOfIssue(fields: Fields, issue: z.core.$ZodIssue): string {
  if (/^[A-Z][A-Za-z]{2,59}$/.test(issue.message)) return issue.message;
  return generalRule(fields, issue);
}

function generalRule(fields: Fields, issue: z.core.$ZodIssue): RuleCode {
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'FieldUnknown';
    case 'invalid_value':
      return valueAt(fields, issue.path) === undefined ? 'ValueMissing' : 'CodeUnknown';
    case 'invalid_type':
      return valueAt(fields, issue.path) === undefined ? 'ValueMissing' : 'ValueInvalid';
    case 'invalid_format':
      return issue.format === 'date' ? 'DateInvalid' : 'ValueInvalid';
    case 'too_small':
      return issue.origin === 'string' ? 'TextEmpty' : issue.origin === 'array' ? 'ListEmpty' : 'ValueTooSmall';
    case 'too_big':
      return issue.origin === 'string' ? 'ValueTooLong' : 'ValueTooBig';
    default:
      return 'ValueInvalid';
  }
}

function valueAt(fields: Fields, path: readonly PropertyKey[]): unknown {
  let value: unknown = fields;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
