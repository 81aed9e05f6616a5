// Which file may name which. The rules are data in rooms.ts; a type-only import is an arrow like any other, because a room
// that knows another's types cannot change alone.

import { readImports } from './read-imports.ts';
import { featureOf, resolveImport, roomOf, type Target } from './resolve-import.ts';
import { type PackageRow, packages, type Room, type RoomName, rooms } from './rooms.ts';
import type { SourceTree, Violation } from './source-tree.ts';

export function checkArrows(tree: SourceTree): Violation[] {
  const violations: Violation[] = [];
  for (const [file, text] of tree) {
    const room = roomOf(file);
    if (room === undefined || !isRoomName(room)) {
      violations.push({ file, line: 1, message: `lies in no room that rooms.ts knows` });
      continue;
    }
    for (const { line, specifier } of readImports(file, text)) {
      const message =
        specifier === undefined
          ? 'imports something that is only known at run time'
          : forbiddenArrow(file, room, resolveImport(file, specifier));
      if (message !== undefined) violations.push({ file, line, message });
    }
  }
  return violations;
}

function forbiddenArrow(from: string, room: RoomName, target: Target): string | undefined {
  switch (target.type) {
    case 'file':
      return forbiddenFile(from, room, target.path);
    case 'package':
      return forbiddenPackage(from, target.name);
    case 'node':
      return roomRow(room).mayUseNode ? undefined : `${room} may not use ${target.name}: only the server runs on Node`;
    case 'virtual':
      return `${target.name} is no file and no package`;
  }
}

function forbiddenFile(from: string, room: RoomName, path: string): string | undefined {
  const other = roomOf(path);
  // A path out of src/ names a folder of the product (the built app), not a module; tests and tools are another matter.
  if (other === undefined) return path.startsWith('test/') ? `${room} may not import tests` : undefined;
  if (other === room) return forbiddenFeature(from, path);
  const row = roomRow(room);
  if (row.andFiles?.includes(path)) return undefined;
  if (!row.mayImport.some((name) => name === other)) return `${room} may not import ${other} (${path}): ${row.why}`;
  return row.exceptFiles?.includes(path) ? `${room} may not import ${path}: ${row.why}` : undefined;
}

/**
 * from \ to       | same feature | another feature | directly in features/
 * a feature       | yes          | no              | yes
 * directly there  | –            | no              | yes
 * pages.tsx       | –            | yes             | yes
 */
const TABLE_OF_PAGES = 'src/features/pages.tsx';
function forbiddenFeature(from: string, path: string): string | undefined {
  const feature = featureOf(path);
  if (feature === undefined || feature === featureOf(from) || from === TABLE_OF_PAGES) return undefined;
  return featureOf(from) === undefined
    ? `what features share may not import the feature ${feature}`
    : `the feature ${featureOf(from)} may not import the feature ${feature}`;
}

function forbiddenPackage(from: string, name: string): string | undefined {
  const row = packageRow(name);
  if (row === undefined) return `the package ${name} has no row in rooms.ts`;
  if (row.where.some((place) => from === place || from.startsWith(`${place}/`))) return undefined;
  return `the package ${name} belongs in ${row.where.join(', ')}: ${row.why}`;
}

function packageRow(name: string): PackageRow | undefined {
  return Object.entries(packages).find(([known]) => known === name)?.[1];
}

function roomRow(room: RoomName): Room {
  return rooms[room];
}

function isRoomName(name: string): name is RoomName {
  return Object.hasOwn(rooms, name);
}
