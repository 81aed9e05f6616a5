import { isNode, type SyntaxNode, walk } from './syntax.ts';

/** Every name that a file gives to something: variables, parameters, functions, classes, imports. Scopes are not told apart. */
export function declaredNames(program: SyntaxNode): ReadonlySet<string> {
  const names = new Set<string>();
  walk(program, (node) => {
    for (const pattern of bindingsOf(node)) addPattern(pattern, names);
  });
  return names;
}

function bindingsOf(node: SyntaxNode): unknown[] {
  switch (node.type) {
    case 'VariableDeclarator':
    case 'ClassDeclaration':
      return [node.id];
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
      return [node.local];
    case 'CatchClause':
      return [node.param];
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'TSFunctionType':
      return [node.id, ...(Array.isArray(node.params) ? node.params : [])];
    default:
      return [];
  }
}

function addPattern(pattern: unknown, names: Set<string>): void {
  if (!isNode(pattern)) return;
  switch (pattern.type) {
    case 'Identifier':
      names.add(String(pattern.name));
      return;
    case 'AssignmentPattern':
      addPattern(pattern.left, names);
      return;
    case 'RestElement':
      addPattern(pattern.argument, names);
      return;
    case 'ArrayPattern':
      for (const element of Array.isArray(pattern.elements) ? pattern.elements : []) addPattern(element, names);
      return;
    case 'ObjectPattern':
      for (const property of Array.isArray(pattern.properties) ? pattern.properties : []) {
        addPattern(isNode(property) && property.type === 'Property' ? property.value : property, names);
      }
      return;
    default:
      return;
  }
}
