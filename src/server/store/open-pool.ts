import postgres from 'postgres';

/** The driver's handle; only `store/` speaks SQL through it. */
export type Pool = postgres.Sql;
export type Transaction = postgres.TransactionSql;

/** A lost database is noticed within this time, and the request is answered that the server is busy. */
const CONNECT_TIMEOUT_S = 5;
/** The driver's own waits grow to twenty seconds, and a database that is back would stand idle for so long. */
const RECONNECT_MAX_S = 1;
const RECONNECT_FIRST_S = 0.01;

/** How long until the next try to connect; in part by chance, so that many processes do not come at once. */
export const secondsToReconnect = (attempt: number): number =>
  (0.5 + Math.random() / 2) * Math.min(RECONNECT_FIRST_S * 3 ** attempt, RECONNECT_MAX_S);

/**
 * The driver is mended when it is installed (`patches/`): as it comes, a connection that dies at a bad moment ends the process, or is
 * waited for without end. The patch can go when a version of the driver passes `test/server/store/lost-connections` by itself.
 *
 * `connectionsMax` connections, opened when first needed. Dates come as ISO strings where a query casts them; big integers as numbers.
 */
export const openPool = (url: string, connectionsMax: number): Pool =>
  postgres(url, {
    max: connectionsMax,
    connect_timeout: CONNECT_TIMEOUT_S,
    backoff: secondsToReconnect,
    idle_timeout: 0,
    max_lifetime: null,
    onnotice: () => undefined,
    connection: { application_name: 'taccuino' },
    types: { bigint: BIGINT_AS_NUMBER },
  });

/** Counters stay far below 2^53; anything above would be a bug that must not pass silently. */
const BIGINT_AS_NUMBER = {
  to: 20,
  from: [20],
  serialize: (value: number) => `${value}`,
  parse: (text: string) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value)) throw new RangeError(`a counter left the safe integers: ${text}`);
    return value;
  },
};
