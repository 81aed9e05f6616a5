import type { Change } from '../../domain/change.ts';
import type { DemoRandom } from './demo-random.ts';

const DAY_MS = 86_400_000;
/** What was written before is decided on; the rest waits in the queue. */
const DECIDED_AFTER_DAYS = 6;
const LOCKED_AFTER_DAYS = 300;
/** What is asked back, and of what; everything else is validated. */
const RETURN_COMMENTS: Partial<Record<string, readonly [string, ...string[]]>> = {
  service: [
    'Manca la durata.',
    'Il luogo è lo sportello o la piazza?',
    'Controlla la data, mi sembra di un altro giorno.',
  ],
  placement: ['Aggiungi le persone nel nucleo.', 'Quando è previsto l’ingresso?'],
};

/** A coordinator's year: almost everything validated, a little sent back, the last days still to do. */
export function createDemoReviews(
  random: DemoRandom,
  created: readonly Change[],
  versions: ReadonlyMap<string, number>,
  nowMs: number,
): Change[] {
  return created.flatMap((change) => {
    const atMs = Date.parse(change.at) + random.whole(1, 5) * DAY_MS;
    const isRecent = nowMs - Date.parse(change.at) < DECIDED_AFTER_DAYS * DAY_MS;
    const isHousing = change.kind === 'placement';
    if (isRecent ? !random.isTrue(0.12) : isHousing && random.isTrue(0.2)) return [];
    const comments = RETURN_COMMENTS[change.kind];
    const isReturned = comments !== undefined && random.isTrue(isRecent ? 0.3 : isHousing ? 0.05 : 0.003);
    const review = {
      type: 'review' as const,
      id: random.id(Math.min(atMs, nowMs)),
      recordId: change.recordId,
      kind: change.kind,
      at: new Date(Math.min(atMs, nowMs)).toISOString(),
      seenVersion: versions.get(change.recordId) ?? 0,
    };
    const isOld = nowMs - Date.parse(change.at) > LOCKED_AFTER_DAYS * DAY_MS;
    const decision: Change = isReturned
      ? { ...review, verb: 'return', comment: random.pick(comments) }
      : { ...review, verb: 'validate' };
    // Its period was closed: what was validated is locked with it.
    const lock: Change = { ...review, id: random.id(Math.min(atMs, nowMs)), verb: 'lock' };
    return isOld && !isReturned ? [decision, lock] : [decision];
  });
}

/** Two workers change one person's phone number without seeing each other: the demonstration's one dispute. */
export function createDemoDispute(
  random: DemoRandom,
  person: Change & { readonly type: 'create' },
  seenVersion: number,
  nowMs: number,
): readonly [Change, Change] {
  const edit = (to: string, minutesAgo: number): Change => ({
    type: 'edit',
    id: random.id(nowMs - minutesAgo * 60_000),
    recordId: person.recordId,
    kind: person.kind,
    at: new Date(nowMs - minutesAgo * 60_000).toISOString(),
    seenVersion,
    fields: { phone: { from: person.fields.phone ?? null, to } },
  });
  return [edit('+39 3555 551218', 55), edit('+39 3555 551281', 40)];
}
