import { type Access, type Grant, NO_ACCESS } from './access.ts';
import type { Actor, ActorRole } from './actor.ts';
import { KINDS } from './kinds.ts';
import type { RecordEnvelope } from './record.ts';

/** Answers who may do what; the table itself stands in each kind's definition (`KINDS.get(kind).access`). */

const isGranted = (grant: Grant, isOwn: boolean): boolean => grant === 'all' || (grant === 'own' && isOwn);

const findAccess = (kind: string, role: ActorRole): Access => KINDS.get(kind)?.access[role] ?? NO_ACCESS;

export const mayCreate = (actor: Actor, kind: string): boolean => isGranted(findAccess(kind, actor.role).create, true);

export const mayRemove = (actor: Actor, record: RecordEnvelope): boolean =>
  isGranted(findAccess(record.kind, actor.role).remove, record.createdBy.id === actor.id);

/** Whether the actor may read (or write) `field` of `record`; pass no record for one that is just being created. */
export function mayTouchField(
  action: 'read' | 'write',
  actor: Actor,
  kind: string,
  field: string,
  record: RecordEnvelope | undefined,
): boolean {
  const classes = KINDS.get(kind)?.classes ?? {};
  // Own keys only: `constructor` is a possible field name.
  const fieldClass = Object.hasOwn(classes, field) ? classes[field] : undefined;
  if (fieldClass === undefined) return false;
  const isOwn = record === undefined || record.createdBy.id === actor.id;
  const access = findAccess(kind, actor.role);
  return access.never?.includes(field) !== true && isGranted(access[action][fieldClass], isOwn);
}

/** Whether anything at all of this kind is ever shown to the role. */
export const mayReadKind = (role: ActorRole, kind: string): boolean => findAccess(kind, role).read.open !== 'none';

/** Whether any record at all is ever shown to the role. */
export const readsRecords = (role: ActorRole): boolean => [...KINDS.keys()].some((kind) => mayReadKind(role, kind));

/** What is said about a record is about people, whatever its fields tell: for those who read of all persons only. */
export const mayReadComments = (role: ActorRole, kind: string): boolean =>
  findAccess(kind, role).read.personal === 'all';
