// A thin hold on the parser that Vite ships (oxc): plain nodes, walked in source order. No second parser is installed.

import { parseSync } from 'vite';

export type SyntaxNode = { readonly type: string; readonly start: number; readonly [key: string]: unknown };

/** Asked with the node and its ancestors, nearest first. */
export type Visit = (node: SyntaxNode, ancestors: readonly SyntaxNode[]) => void;

export function parseSource(path: string, text: string): SyntaxNode {
  const { program, errors } = parseSync(path, text);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${path} cannot be parsed: ${error.message}`);
  if (!isNode(program)) throw new Error(`${path}: the parser returned no program`);
  return program;
}

export function walk(node: SyntaxNode, visit: Visit, ancestors: readonly SyntaxNode[] = []): void {
  visit(node, ancestors);
  const inside = [node, ...ancestors];
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) walk(child, visit, inside);
    }
  }
}

export function isNode(value: unknown): value is SyntaxNode {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    typeof value.type === 'string' &&
    'start' in value &&
    typeof value.start === 'number'
  );
}

/** A text that is known without running the program: a string, or a template without holes. */
export function constantText(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node.quasis) || node.quasis.length !== 1) return undefined;
  const [only] = node.quasis;
  if (!isNode(only) || typeof only.value !== 'object' || only.value === null || !('cooked' in only.value))
    return undefined;
  return typeof only.value.cooked === 'string' ? only.value.cooked : undefined;
}

/** `a.b.c` as text where every part is a plain name; undefined for anything computed. */
export function dottedName(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Identifier') return String(node.name);
  if (node.type === 'MetaProperty') return `${dottedName(node.meta)}.${dottedName(node.property)}`;
  if (node.type !== 'MemberExpression' || node.computed === true) return undefined;
  const object = dottedName(node.object);
  return object === undefined ? undefined : `${object}.${dottedName(node.property)}`;
}

export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
