import { sqlState } from './in-municipality.ts';

/** Codes of Node, the driver and PostgreSQL for a database that cannot be reached now: starting, stopping, full of connections. */
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  '08001',
  '08006',
  '53300',
  '57P01',
  '57P02',
  '57P03',
]);

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const SENTENCES: Readonly<Record<string, string>> = {
  '28P01': 'The database refuses the user or the password of DATABASE_URL or DATABASE_OWNER_URL.',
  '28000': 'The database refuses the user of DATABASE_URL or DATABASE_OWNER_URL.',
  '3D000': 'There is no database of the name in DATABASE_URL.',
  '42704': 'The user in DATABASE_URL does not exist in the database: create it with LOGIN and no other right.',
  '42501': 'The user in DATABASE_OWNER_URL may not create tables there: it has to own the database.',
  '53100': 'The disk of the database is full: free some space and start again.',
};

export const isUnreachable = (error: unknown): boolean => UNREACHABLE.has(sqlState(error) ?? '');

/** For the person at the terminal; undefined when it is not a matter of how things are set up. */
export function describeDatabaseError(error: unknown): string | undefined {
  const code = sqlState(error);
  if (code === undefined) return undefined;
  return isUnreachable(error) ? `The database cannot be reached (${code}): see DATABASE_URL.` : SENTENCES[code];
}
