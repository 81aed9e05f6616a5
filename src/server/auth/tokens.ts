import { hash, randomBytes } from 'node:crypto';
import { MunicipalityId } from '../../domain/primitives.ts';

/** Opaque tokens `<municipality>.<256 random bits>`: the first part says where to look, the second proves. Kept only as a hash. */
export type Token = { readonly municipality: MunicipalityId; readonly tokenHash: string };

export const createToken = (municipality: MunicipalityId): string =>
  `${municipality}.${randomBytes(32).toString('base64url')}`;

/** Random enough to be looked up by a plain hash: nobody can guess what it is the hash of. */
export const hashToken = (token: string): string => hash('sha256', token, 'hex');

/** Undefined when the text is no token of ours. */
export function findToken(text: string): Token | undefined {
  const [prefix, random, ...rest] = text.split('.');
  const municipality = MunicipalityId.safeParse(prefix);
  if (!municipality.success || random === undefined || !/^[\w-]{43}$/.test(random) || rest.length > 0) return undefined;
  return { municipality: municipality.data, tokenHash: hashToken(text) };
}
