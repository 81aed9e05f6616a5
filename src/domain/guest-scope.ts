import type { Actor } from './actor.ts';
import type { RecordEnvelope } from './record.ts';

/**
 * Whether a record lies where the actor may be at all; what they may do with it there is for `permissions.ts`. Only guests are shut into one
 * event: they meet that event and what is about it, and nothing once their time there is over.
 */
export function isInScope(actor: Actor, { id, kind, fields }: Pick<RecordEnvelope, 'id' | 'kind' | 'fields'>): boolean {
  if (actor.role !== 'guest') return true;
  if (actor.event === undefined) return false;
  return kind === 'event' ? id === actor.event : fields.event === actor.event;
}
