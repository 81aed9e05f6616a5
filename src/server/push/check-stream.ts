import { err, ok, type Result } from '../../domain/result.ts';
import type { LoggedChange, StreamState } from './push-ports.ts';
import type { ReadChange } from './read-pushed.ts';

/**
 * The stream as a whole is wrong; nothing is written.
 *
 * StreamForeign: it belongs to another person or device · StreamGap: changes are missing between `mark` and the first new one ·
 * StreamForked: a sequence number comes back with other content · StreamDisordered: the numbers of one push do not go up.
 */
export type StreamProblem =
  | { readonly type: 'StreamForeign' | 'StreamForked' }
  | { readonly type: 'StreamDisordered' }
  | { readonly type: 'StreamGap'; readonly mark: number };

/** What is new of a push, in order. A new stream may start at any number: a re-identified device goes on with its own. */
export function takeNew(
  state: StreamState,
  owner: { accountId: string; deviceId: string },
  pushed: readonly ReadChange[],
): Result<readonly ReadChange[], StreamProblem> {
  if (state.accountId !== owner.accountId || state.deviceId !== owner.deviceId) return err({ type: 'StreamForeign' });
  if (pushed.some(({ seq }, index) => seq <= (pushed[index - 1]?.seq ?? 0))) return err({ type: 'StreamDisordered' });
  const fresh = pushed.filter(({ seq }) => seq > state.mark);
  const first = state.count === 0 ? fresh[0]?.seq : state.mark + 1;
  const isWhole = fresh.every(({ seq }, index) => seq === (first ?? 0) + index);
  return isWhole ? ok(fresh) : err({ type: 'StreamGap', mark: state.mark });
}

/** A replay is one only if every number carries what it carried the first time. */
export function isFork(replay: ReadChange, logged: LoggedChange | undefined): boolean {
  if (logged === undefined || logged.hash !== replay.hash || logged.changeId !== replay.changeId) return true;
  const wasMalformed = logged.verdict.verdict === 'refused' && logged.verdict.refusal.type === 'ChangeMalformed';
  return !replay.isHashRight && !wasMalformed;
}
