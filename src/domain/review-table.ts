import type { ActorRole } from './actor.ts';
import { REVIEW_STATES, type ReviewState } from './record.ts';

/**
 * The only place that knows who may do what to a record in which state of review, and which state follows.
 * An absent verb is not allowed in that state for anybody.
 *
 * saved here (an outbox row) → submitted → validated → locked with its period
 *                                  ↘ returned → (edit) → submitted
 */
export type ReviewVerb =
  | 'edit'
  | 'validate'
  | 'return'
  | 'reopen'
  | 'lock'
  | 'remove'
  | 'restore'
  | 'merge'
  | 'resolve'
  | 'comment';
export type Step = { readonly roles: readonly ActorRole[]; readonly next: ReviewState };

const workers = ['outreach', 'coordinator'] as const satisfies readonly ActorRole[];
/** A guest's own counts, which nobody reviews: they stay `submitted` until their event is locked. */
const counters = ['outreach', 'coordinator', 'guest'] as const satisfies readonly ActorRole[];
const coordinators = ['coordinator'] as const satisfies readonly ActorRole[];

export const REVIEW_TABLE = {
  submitted: {
    edit: { roles: counters, next: 'submitted' },
    resolve: { roles: workers, next: 'submitted' },
    comment: { roles: workers, next: 'submitted' },
    remove: { roles: counters, next: 'submitted' },
    restore: { roles: workers, next: 'submitted' },
    merge: { roles: coordinators, next: 'submitted' },
    validate: { roles: coordinators, next: 'validated' },
    return: { roles: coordinators, next: 'returned' },
  },
  validated: {
    edit: { roles: workers, next: 'submitted' },
    resolve: { roles: workers, next: 'submitted' },
    comment: { roles: workers, next: 'validated' },
    remove: { roles: coordinators, next: 'submitted' },
    restore: { roles: coordinators, next: 'submitted' },
    merge: { roles: coordinators, next: 'validated' },
    return: { roles: coordinators, next: 'returned' },
    reopen: { roles: coordinators, next: 'submitted' },
    lock: { roles: coordinators, next: 'locked' },
  },
  returned: {
    edit: { roles: workers, next: 'submitted' },
    resolve: { roles: workers, next: 'submitted' },
    comment: { roles: workers, next: 'returned' },
    remove: { roles: workers, next: 'submitted' },
    restore: { roles: workers, next: 'submitted' },
    merge: { roles: coordinators, next: 'returned' },
    validate: { roles: coordinators, next: 'validated' },
    reopen: { roles: coordinators, next: 'submitted' },
  },
  locked: {
    comment: { roles: workers, next: 'locked' },
    reopen: { roles: coordinators, next: 'submitted' },
  },
} as const satisfies Record<ReviewState, Partial<Record<ReviewVerb, Step>>>;

/** Whether `role` may take this step in any state: if not, no other state of the record would help. */
export const mayEverTake = (verb: ReviewVerb, role: ActorRole): boolean =>
  REVIEW_STATES.some((state) => findReviewStep(state, verb, role) !== undefined);

/** The step that `role` may take from `state` with `verb`, if any. */
export function findReviewStep(state: ReviewState, verb: ReviewVerb, role: ActorRole): Step | undefined {
  const steps: Partial<Record<ReviewVerb, Step>> = REVIEW_TABLE[state];
  const step = steps[verb];
  return step?.roles.includes(role) ? step : undefined;
}
