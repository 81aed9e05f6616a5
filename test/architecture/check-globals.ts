// Some rooms may not reach what surrounds them, however it is spelled: the domain has no clock, no chance and no world, so
// that the same change gives the same answer everywhere; features and ui have no network, so that nothing people do waits
// for one. A name that the file itself declares (a parameter called `document`) is not the global one.

import { declaredNames } from './declared-names.ts';
import type { SourceTree, Violation } from './source-tree.ts';
import { dottedName, isNode, lineAt, parseSource, type SyntaxNode, walk } from './syntax.ts';

const network = ['fetch', 'XMLHttpRequest', 'EventSource', 'WebSocket', 'WebTransport', 'sendBeacon'];
const world = ['globalThis', 'window', 'self', 'document', 'navigator', 'process', 'Buffer', 'console'];
const storage = ['localStorage', 'sessionStorage', 'indexedDB', 'caches'];
const timers = ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame', 'performance'];

const forbiddenNames: Record<string, { names: readonly string[]; why: string }> = {
  'src/domain/': {
    names: [...network, ...world, ...storage, ...timers, 'crypto'],
    why: 'the domain has no world around it',
  },
  'src/features/': { names: network, why: 'features work without network' },
  'src/ui/': { names: [...network, ...storage], why: 'ui shows what it is given' },
};

export function checkGlobals(tree: SourceTree): Violation[] {
  return [...tree].flatMap(([file, text]) => {
    const rule = Object.entries(forbiddenNames).find(([folder]) => file.startsWith(folder))?.[1];
    if (rule === undefined || file.endsWith('.css')) return [];
    const program = parseSource(file, text);
    const own = declaredNames(program);
    const violations: Violation[] = [];
    walk(program, (node, [parent]) => {
      const name = reachedName(node, parent) ?? (file.startsWith('src/domain/') ? ambientCall(node) : undefined);
      if (name === undefined || own.has(name)) return;
      if (!rule.names.includes(name) && !ambient.includes(name)) return;
      violations.push({ file, line: lineAt(text, node.start), message: `uses ${name}: ${rule.why}` });
    });
    return violations;
  });
}

/** The global that a name reaches: bare (`fetch`), or as a property of the world (`globalThis.fetch`, `navigator.sendBeacon`). */
function reachedName(node: SyntaxNode, parent: SyntaxNode | undefined): string | undefined {
  if (node.type === 'MemberExpression') {
    const [object, property, more] = dottedName(node)?.split('.') ?? [];
    return property !== undefined && more === undefined && object !== undefined && world.includes(object)
      ? property
      : undefined;
  }
  if (node.type !== 'Identifier' || parent === undefined || isOnlyALabel(node, parent)) return undefined;
  return String(node.name);
}

/** A property's name is a label, not a reach: `record.document`, `{ document: … }`, `type A = { document: string }`. */
function isOnlyALabel(node: SyntaxNode, parent: SyntaxNode): boolean {
  if (parent.type === 'MemberExpression') return parent.property === node && parent.computed !== true;
  if (parent.type === 'Property') return parent.key === node && parent.shorthand !== true && parent.computed !== true;
  return parent.type.startsWith('TS') && parent.key === node;
}

const ambient = ['Date.now', 'new Date()', 'Date()', 'Math.random'];

/** `new Date(iso)` only converts; without arguments it reads the clock. */
function ambientCall(node: SyntaxNode): string | undefined {
  if (node.type === 'MemberExpression') {
    const name = dottedName(node);
    return name !== undefined && ambient.includes(name) ? name : undefined;
  }
  if (!isNode(node.callee) || dottedName(node.callee) !== 'Date') return undefined;
  if (node.type === 'CallExpression') return 'Date()';
  const noArguments = Array.isArray(node.arguments) && node.arguments.length === 0;
  return node.type === 'NewExpression' && noArguments ? 'new Date()' : undefined;
}
