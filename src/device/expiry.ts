/** A tablet that has not seen its server for this long may be lost: what the server has anyway leaves it. */
export const EXPIRY_DAYS = 14;
const DAY_MS = 24 * 60 * 60_000;

export function isOutOfContact(lastContactAt: string | undefined, now: string): boolean {
  return lastContactAt !== undefined && Date.parse(now) - Date.parse(lastContactAt) >= EXPIRY_DAYS * DAY_MS;
}

/** A change that the server has taken is kept for the day it is restored: a month without a backup is an office that makes none. */
export const KEPT_DAYS = 30;
/** About five megabytes, and more than a person writes between two backups. */
export const KEPT_ROWS_MAX = 5_000;

/** What was taken before this instant is kept no longer. */
export const keptSince = (now: string): string => new Date(Date.parse(now) - KEPT_DAYS * DAY_MS).toISOString();
