/** A tablet that has not seen its server for this long may be lost: what the server has anyway leaves it. */
export const EXPIRY_DAYS = 14;
const DAY_MS = 24 * 60 * 60_000;

export function isOutOfContact(lastContactAt: string | undefined, now: string): boolean {
  return lastContactAt !== undefined && Date.parse(now) - Date.parse(lastContactAt) >= EXPIRY_DAYS * DAY_MS;
}
