import type { Actor } from '../../domain/actor.ts';
import { applyChange } from '../../domain/apply-change.ts';
import type { Applied } from '../../domain/apply-step.ts';
import type { CalendarDate, Instant } from '../../domain/primitives.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { err, type Result } from '../../domain/result.ts';
import type { Verdict } from '../../protocol/push.ts';
import { provisionalVersion } from './provisional-version.ts';
import type { DecidedChange } from './push-ports.ts';
import type { ReadChange } from './read-pushed.ts';
import type { Workspace } from './workspace.ts';

export type Decided = Pick<DecidedChange, 'hash' | 'verdict' | 'recordId'>;
export type DecideContext = {
  readonly actor: Actor;
  readonly today: CalendarDate;
  readonly receivedAt: Instant;
  readonly workspace: Workspace;
  /** First decisions by change id: of the log, and of this push as it goes on. */
  readonly decidedById: Map<string, Decided>;
  /** A rule threw: a bug of ours, told to whoever runs the server. */
  readonly reportFault: (error: unknown) => void;
};

/** Decides changes in order. Versions are provisional; the workspace holds what the records become. */
export function decideChanges(changes: readonly ReadChange[], context: DecideContext): DecidedChange[] {
  let steps = 0;
  return changes.map((read) => {
    const { seq, changeId, hash, body } = read;
    const known = context.decidedById.get(changeId);
    if (known !== undefined) {
      const verdict = known.hash === hash ? { ...known.verdict, seq } : refused(read, { type: 'ChangeIdReused' });
      const recordId = known.hash === hash ? known.recordId : undefined;
      return { seq, changeId, hash, body, isFirst: false, recordId, verdict };
    }
    const version = provisionalVersion(steps + 1);
    const applied = applyRead(read, version, context);
    const record = applied.ok ? applied.value.record : undefined;
    if (record !== undefined) {
      steps += 1;
      context.workspace.put(record);
    }
    const verdict: Verdict = applied.ok
      ? { seq, changeId, verdict: applied.value.outcome, ...(record && { version }) }
      : refused(read, applied.error);
    context.decidedById.set(changeId, { hash, verdict, recordId: record?.id });
    return { seq, changeId, hash, body, isFirst: true, recordId: record?.id, verdict };
  });
}

const refused = ({ seq, changeId }: ReadChange, refusal: Refusal): Verdict => ({
  seq,
  changeId,
  verdict: 'refused',
  refusal,
});

function applyRead({ change }: ReadChange, version: number, context: DecideContext): Result<Applied, Refusal> {
  if (!change.ok) return change;
  const { actor, today, receivedAt, workspace } = context;
  const related = workspace.relatedTo(change.value);
  try {
    return applyChange(workspace.find(change.value.recordId), change.value, {
      actor,
      today,
      related,
      decision: { version, receivedAt },
    });
  } catch (error) {
    // Were the push to fail here, this one change would hold up its stream for ever.
    context.reportFault(error);
    return err({ type: 'DecisionFailed' });
  }
}
