import type { MunicipalityId } from '../../domain/primitives.ts';
import { inMunicipality, inMunicipalityRetried, SYSTEM_ACTOR } from './in-municipality.ts';
import type { Pool } from './open-pool.ts';

/** Something that is tried and may fail: an account, an address. After `freeMax` failures each next try waits twice as long. */
export type AttemptSubject = { readonly subject: string; readonly freeMax: number };

/** The longest wait: a guesser gets 1,440 tries a day, a worker who remembers the password waits a minute at worst. */
const WAIT_MAX_S = 60;
/** After an hour without a try all is forgotten. */
const FORGET_MS = 60 * 60 * 1000;
/** Not "now": requests under way at once do not agree on that to the millisecond. */
const NEVER_BLOCKED = new Date(0).toISOString();

/**
 * Counts a try as failed before it is known whether it is, so that many at once are counted too; `forgiveAttempts` takes it
 * back. Returns the seconds to wait when one of the subjects has to, and then counts nothing.
 */
export function claimAttempt(
  pool: Pool,
  { municipality, subjects, at }: { municipality: MunicipalityId; subjects: readonly AttemptSubject[]; at: string },
): Promise<number> {
  const now = Date.parse(at);
  return inMunicipalityRetried(pool, { municipality, actor: SYSTEM_ACTOR }, async (sql) => {
    const names = subjects.map(({ subject }) => subject);
    const rows = await sql<{ subject: string; failures: number; last_at: Date; blocked_until: Date }[]>`
      SELECT subject, failures, last_at, blocked_until FROM attempts
      WHERE municipality = ${municipality} AND subject = ANY(${names}) ORDER BY subject FOR UPDATE`;
    const waitMs = Math.max(0, ...rows.map(({ blocked_until }) => blocked_until.getTime() - now));
    if (waitMs > 0) return Math.ceil(waitMs / 1000);
    for (const { subject, freeMax } of subjects) {
      const row = rows.find((known) => known.subject === subject);
      const isRecent = row !== undefined && now - row.last_at.getTime() < FORGET_MS;
      const failures = (isRecent ? row.failures : 0) + 1;
      const waitS = waitAfter(failures, freeMax);
      const blockedUntil = waitS === 0 ? NEVER_BLOCKED : new Date(now + waitS * 1000).toISOString();
      // A plain insert where there was no row: two first tries at once collide on the key, and the loser runs again.
      await (row === undefined
        ? sql`INSERT INTO attempts (municipality, subject, failures, last_at, blocked_until) VALUES (${municipality}, ${subject}, ${failures}, ${at}, ${blockedUntil})`
        : sql`UPDATE attempts SET failures = ${failures}, last_at = ${at}, blocked_until = ${blockedUntil} WHERE municipality = ${municipality} AND subject = ${subject}`);
    }
    return 0;
  });
}

const waitAfter = (failures: number, freeMax: number): number =>
  failures < freeMax ? 0 : Math.min(WAIT_MAX_S, 2 ** (failures - freeMax));

/** Takes one try back where it succeeded after all, and clears away what is long forgotten. */
export function forgiveAttempts(
  pool: Pool,
  { municipality, subjects, at }: { municipality: MunicipalityId; subjects: readonly string[]; at: string },
): Promise<void> {
  const forgottenBefore = new Date(Date.parse(at) - FORGET_MS).toISOString();
  return inMunicipality(pool, { municipality, actor: SYSTEM_ACTOR }, async (sql) => {
    await sql`
      UPDATE attempts SET failures = greatest(failures - 1, 0), blocked_until = ${NEVER_BLOCKED} WHERE municipality = ${municipality} AND subject = ANY(${subjects})`;
    await sql`DELETE FROM attempts WHERE municipality = ${municipality} AND last_at < ${forgottenBefore}`;
  });
}
