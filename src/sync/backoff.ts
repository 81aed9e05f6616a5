/**
 * When to try again. Full jitter (a random share of a growing ceiling) keeps five hundred tablets that come back at once from
 * knocking together. Source: Amazon Builders' Library, "Timeouts, retries, and backoff with jitter".
 */
const FIRST_CEILING_MS = 2_000;
/** A tablet that was offline for hours should still notice the network within minutes when no event tells it. */
const LAST_CEILING_MS = 5 * 60_000;
/** How often a device that has nothing to do asks anyway; live events normally come first. */
const REST_CEILING_MS = 5 * 60_000;
/** Below this a retry would only be noise. */
const FLOOR_MS = 250;

/** Wait after the `failures`-th failure in a row; never sooner than the server asked for. */
export function waitAfterFailureMs(failures: number, random: number, retryAfterMs = 0): number {
  const ceilingMs = Math.min(LAST_CEILING_MS, FIRST_CEILING_MS * 2 ** Math.max(0, failures - 1));
  return Math.max(retryAfterMs, FLOOR_MS + random * ceilingMs);
}

/** Wait after a round that went well. */
export const waitAfterSuccessMs = (random: number): number => REST_CEILING_MS * (0.5 + random / 2);
