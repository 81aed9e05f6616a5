import { ACTOR_ROLES, type ActorRole } from '../../domain/actor.ts';
import { mayReadComments, readsRecords } from '../../domain/permissions.ts';

/** Roles to which any kind of record is ever shown, as the kinds themselves say: a new kind changes nothing here. */
export const RECORD_ROLES: readonly ActorRole[] = ACTOR_ROLES.filter(readsRecords);

/** Roles to which attachments are shown whole: what is in a photo is personal, whatever it shows. */
export const FILE_ROLES: readonly ActorRole[] = ACTOR_ROLES.filter((role) => mayReadComments(role, 'attachment'));
