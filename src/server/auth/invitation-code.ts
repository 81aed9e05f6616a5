import type { MunicipalityId } from '../../domain/primitives.ts';
import type { ServerKeys } from './server-keys.ts';

/** The code of an invitation, the same each time it is asked for: so it can be shown again and stands in no table. Shaped as a token. */
export const idToInvitationCode = (keys: ServerKeys, municipality: MunicipalityId, id: string): string =>
  `${municipality}.${Buffer.from(keys.conceal('invitation', `${municipality}/${id}`), 'hex').toString('base64url')}`;
