import type { UnreadablePart } from '../../device/open-vault.ts';
import type { ReceiptDifference, SyncStatus, SyncTrouble } from '../../device/sync-status.ts';
import type { Tone } from '../../ui/tone.ts';

/** How this person's data stands, as what the page says first; words in i18n under `safety.state.<what>`. */
export type SafetyState =
  | { readonly what: 'attention'; readonly tone: Tone; readonly count: number }
  | {
      readonly what: 'trouble';
      readonly tone: Tone;
      readonly trouble: SyncTrouble;
      /** With `receipt-differs`: in what. */
      readonly difference?: ReceiptDifference | undefined;
    }
  | { readonly what: 'offline' | 'waiting' | 'files' | 'unreadable'; readonly tone: Tone; readonly count: number }
  | { readonly what: 'sending' | 'receiving'; readonly tone: Tone; readonly done: number; readonly total: number }
  | { readonly what: 'checking'; readonly tone: Tone }
  | { readonly what: 'safe'; readonly tone: Tone; readonly at: string };

/** Troubles that pass by themselves; the others need a person. */
const PASSING: readonly SyncTrouble[] = ['receipt-differs'];

/**
 * What needs a person comes first and does not hide the rest: refused work and a trouble may both be there. "Safe" is said only after
 * a receipt, with nothing waiting and nothing refused.
 *
 * attention | trouble | online | activity | waiting | proved | says
 * --------- | ------- | ------ | -------- | ------- | ------ | ----
 * > 0       | any     | any    | any      | any     | any    | attention, and then as below
 * any       | yes     | any    | any      | any     | any    | trouble
 * any       | no      | no     | any      | any     | any    | offline
 * any       | no      | yes    | busy     | any     | any    | sending, receiving
 * any       | no      | yes    | nothing  | > 0     | any    | waiting
 * any       | no      | yes    | nothing  | 0       | any    | unreadable, while the outbox holds what does not open
 * 0         | no      | yes    | nothing  | 0       | yes    | files, while there are some on this device only
 * 0         | no      | yes    | nothing  | 0       | yes    | safe
 * 0         | no      | ?      | nothing  | 0       | no     | checking
 * > 0       | no      | yes    | nothing  | 0       | any    | attention alone
 */
export function safetyStates(status: SyncStatus, waiting: number, attention: number, unreadable = 0): SafetyState[] {
  const first: SafetyState[] = attention > 0 ? [{ what: 'attention', tone: 'stop', count: attention }] : [];
  const state = findState(status, waiting, unreadable);
  const isCalm = state.what === 'safe' || state.what === 'checking';
  return first.length > 0 && isCalm ? first : [...first, state];
}

/** The parts that do not open and that no state tells of already: what is said as saved work is not said again as a missing part. */
export const partsBeside = (
  states: readonly SafetyState[],
  unreadable: readonly UnreadablePart[],
): readonly UnreadablePart[] =>
  states.some(({ what }) => what === 'unreadable') ? unreadable.filter(({ table }) => table !== 'outbox') : unreadable;

function findState(status: SyncStatus, waiting: number, unreadable: number): SafetyState {
  const { trouble, difference, isOnline, activity, safeAt, filesWaiting = 0 } = status;
  if (trouble !== undefined) {
    return { what: 'trouble', tone: PASSING.includes(trouble) ? 'wait' : 'stop', trouble, difference };
  }
  if (isOnline === false) return { what: 'offline', tone: 'off', count: waiting };
  if (activity.doing !== 'nothing') {
    return { what: activity.doing, tone: 'send', done: activity.done, total: activity.total };
  }
  if (waiting > 0) return { what: 'waiting', tone: 'wait', count: waiting };
  if (unreadable > 0) return { what: 'unreadable', tone: 'stop', count: unreadable };
  if (filesWaiting > 0 && safeAt !== undefined) return { what: 'files', tone: 'wait', count: filesWaiting };
  return safeAt === undefined ? { what: 'checking', tone: 'off' } : { what: 'safe', tone: 'ok', at: safeAt };
}
