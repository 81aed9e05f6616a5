import { isTouched } from '../is-touched.ts';
import type { RuleContext } from '../kind-definition.ts';
import { STAGES, type Stage } from '../lists/stages.ts';
import type { FieldProblem } from '../refusal.ts';
import type { Placement } from './placement.ts';

/** Whether `stage` is at `reached` or behind it on the pathway. */
export const isStageReached = (stage: Stage, reached: Stage): boolean =>
  STAGES.indexOf(stage) >= STAGES.indexOf(reached);

export const stageProblems = (fields: Placement, context: RuleContext): FieldProblem[] => [
  ...needProblems(fields),
  ...exitProblems(fields),
  ...moveProblems(fields, context),
];

/** From "placed" on there is an entry date; from "exited" on it is said when, how and to what. */
function needProblems(fields: Placement): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (isStageReached(fields.stage, 'INSE') && fields.entryDate === undefined) {
    problems.push({ field: 'entryDate', rule: 'StageNeedsEntryDate', other: 'stage' });
  }
  if (!isStageReached(fields.stage, 'USCI')) return problems;
  if (fields.exitDate === undefined) problems.push({ field: 'exitDate', rule: 'StageNeedsExitDate', other: 'stage' });
  if (fields.exitOutcome === undefined) {
    problems.push({ field: 'exitOutcome', rule: 'StageNeedsExitOutcome', other: 'stage' });
  }
  if (fields.situationAtExit === undefined) {
    problems.push({ field: 'situationAtExit', rule: 'StageNeedsSituationAtExit', other: 'stage' });
  }
  return problems;
}

/** Nobody has left before the stage says so. */
function exitProblems(fields: Placement): FieldProblem[] {
  if (isStageReached(fields.stage, 'USCI')) return [];
  return (['exitDate', 'exitOutcome', 'situationAtExit'] as const)
    .filter((field) => fields[field] !== undefined)
    .map((field) => ({ field, rule: 'ExitNeedsExitStage', other: 'stage' }));
}

/**
 * before      | after            | reason
 * ----------- | ---------------- | ------
 * (new)       | any stage        | not needed: a household may be known to us late
 * stage n     | stage n          | not needed
 * stage n     | stage n + 1      | not needed
 * stage n     | further on, back | needed, and given with this very move: the reason of an earlier move does not count
 */
function moveProblems(fields: Placement, context: RuleContext): FieldProblem[] {
  // biome-ignore lint/complexity/useIndexOf: what stands in a record need not be a stage.
  const from = STAGES.findIndex((stage) => stage === context.record?.fields.stage);
  const steps = from === -1 ? 0 : STAGES.indexOf(fields.stage) - from;
  if (steps === 0 || steps === 1) return [];
  const isSaidWhy = fields.stageReason !== undefined && isTouched(context, fields, ['stageReason']);
  return isSaidWhy ? [] : [{ field: 'stageReason', rule: 'StageMoveNeedsReason', other: 'stage' }];
}
