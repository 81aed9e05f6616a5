// Every way in which one file can name another: static, type-only and re-exporting imports, `import()`, types written as
// `import('…')`, workers and assets through `new URL('…', import.meta.url)`, `import.meta.resolve` and CSS `@import`.
// An import whose text is only known at run time is reported: what cannot be read cannot be checked.

import { constantText, dottedName, lineAt, parseSource, type SyntaxNode, walk } from './syntax.ts';

export type Import = {
  readonly line: number;
  /** As written, without a query such as `?url`. Undefined where it is only known at run time. */
  readonly specifier: string | undefined;
};

export function readImports(path: string, text: string): Import[] {
  if (path.endsWith('.css')) return readCssImports(text);
  const imports: Import[] = [];
  walk(parseSource(path, text), (node) => {
    const named = namedBy(node);
    if (named === undefined) return;
    const specifier = constantText(named.source)?.replace(/\?.*$/, '');
    imports.push({ line: lineAt(text, node.start), specifier });
  });
  return imports;
}

/** The node that holds the name of the other file, if this node names one. */
function namedBy(node: SyntaxNode): { source: unknown } | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return { source: node.source };
    case 'ExportNamedDeclaration':
      return node.source === null ? undefined : { source: node.source };
    case 'TSExternalModuleReference':
      return { source: node.expression };
    case 'NewExpression':
      return namedByUrl(node);
    case 'CallExpression':
      return namedByCall(node);
    default:
      return undefined;
  }
}

function namedByUrl(node: SyntaxNode): { source: unknown } | undefined {
  const [source, base] = Array.isArray(node.arguments) ? node.arguments : [];
  return dottedName(node.callee) === 'URL' && dottedName(base) === 'import.meta.url' ? { source } : undefined;
}

/** `require` is only named so that it is seen; `import.meta.glob` takes patterns, which nobody can read as one arrow. */
function namedByCall(node: SyntaxNode): { source: unknown } | undefined {
  const [source] = Array.isArray(node.arguments) ? node.arguments : [];
  const callee = dottedName(node.callee);
  if (callee === 'require' || callee === 'import.meta.resolve') return { source };
  return callee === 'import.meta.glob' ? { source: undefined } : undefined;
}

function readCssImports(text: string): Import[] {
  const withoutComments = text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  return [...withoutComments.matchAll(/@import\s+(?:url\()?\s*["']?([^"')\s;]+)/g)].map((match) => ({
    line: lineAt(text, match.index),
    specifier: match[1],
  }));
}
