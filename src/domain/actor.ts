import { z } from 'zod';
import { Id, MunicipalityId, ShortText } from './primitives.ts';

/** Roles of the network; `volunteer`, `monitor` and `admin` never see a person's record. */
export const ROLES = ['outreach', 'volunteer', 'coordinator', 'monitor', 'admin'] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** Who wrote something, as it stays in the record: staff, never a person served. */
export const Author = z.strictObject({ id: Id, name: ShortText });
export type Author = z.infer<typeof Author>;

/** Who acts now. On the server it comes from the session, never from a payload. */
export const Actor = z.strictObject({ id: Id, name: ShortText, role: Role, municipality: MunicipalityId });
export type Actor = z.infer<typeof Actor>;

export const actorToAuthor = ({ id, name }: Actor): Author => ({ id, name });
