import type { MunicipalityId } from '../../domain/primitives.ts';
import type { Pool, Transaction } from './open-pool.ts';

/** In whose name a transaction acts: an account's id, or one of the two that are no person. */
export type Scope = { readonly municipality: MunicipalityId; readonly actor: string };

/** The server itself, before anybody has signed in. */
export const SYSTEM_ACTOR = 'system';
/** Whoever runs `npm run admin` on the machine. */
export const OPERATOR_ACTOR = 'operator';

/**
 * One transaction with municipality and actor set for its length: row-level security shows nothing else.
 * Everything that touches a table of a municipality goes through here.
 */
export async function inMunicipality<T>(
  pool: Pool,
  { municipality, actor }: Scope,
  work: (sql: Transaction) => Promise<T>,
): Promise<T> {
  const result = await pool.begin(async (sql) => {
    // Started first but not awaited alone: it travels with the first statement of the work, and a connection runs in order.
    const scoped =
      sql`SELECT set_config('taccuino.municipality', ${municipality}, true), set_config('taccuino.actor', ${actor}, true)`.execute();
    const [, value] = await Promise.all([scoped, work(sql)]);
    return { value };
  });
  return result.value;
}

/** SQLSTATEs after which the same transaction may simply be run again: lost a race for a row, a key or a lock. */
const RETRY_CODES = new Set(['40001', '40P01', '23505']);
const RETRIES_MAX = 5;

export async function inMunicipalityRetried<T>(
  pool: Pool,
  scope: Scope,
  work: (sql: Transaction) => Promise<T>,
): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await inMunicipality(pool, scope, work);
    } catch (error) {
      if (attempt >= RETRIES_MAX || !RETRY_CODES.has(sqlState(error) ?? '')) throw error;
    }
  }
}

/** The five-character code of a database error, or Node's code of a connection error. */
export const sqlState = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
