// No file may lead back to itself. Type-only imports count: a circle of types is two rooms' worth of knowledge in one knot.

import { readImports } from './read-imports.ts';
import { resolveImport } from './resolve-import.ts';
import type { SourceTree, Violation } from './source-tree.ts';

type Graph = ReadonlyMap<string, readonly string[]>;

/** One violation per circle, with the whole way round in its message. */
export function checkCycles(tree: SourceTree): Violation[] {
  const graph = importGraph(tree);
  const reported = new Set<string>();
  const violations: Violation[] = [];
  for (const file of graph.keys()) {
    if (reported.has(file)) continue;
    const circle = shortestWayBack(graph, file);
    if (circle === undefined) continue;
    for (const part of circle) reported.add(part);
    violations.push({ file, line: 1, message: `imports itself: ${[...circle, file].join(' → ')}` });
  }
  return violations;
}

function importGraph(tree: SourceTree): Graph {
  const graph = new Map<string, readonly string[]>();
  for (const [file, text] of tree) {
    const targets = readImports(file, text).flatMap(({ specifier }) => {
      if (specifier === undefined) return [];
      const target = resolveImport(file, specifier);
      return target.type === 'file' && tree.has(target.path) ? [target.path] : [];
    });
    graph.set(file, targets);
  }
  return graph;
}

/** Breadth first, so that the circle shown is the smallest one through this file. */
function shortestWayBack(graph: Graph, start: string): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    for (const next of graph.get(file) ?? []) {
      if (next === start) return wayTo(cameFrom, file);
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, file);
      queue.push(next);
    }
  }
  return undefined;
}

function wayTo(cameFrom: ReadonlyMap<string, string>, last: string): string[] {
  const way = [last];
  for (let step = cameFrom.get(last); step !== undefined; step = cameFrom.get(step)) way.unshift(step);
  return way;
}
