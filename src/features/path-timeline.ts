import type { CaseRecord, OpenVault } from '../device/open-vault.ts';
import { addMonths, lastOfMonth } from '../domain/calendar.ts';
import type { ExitFollowUp } from '../domain/kinds/exit-follow-up.ts';
import type { Placement } from '../domain/kinds/placement.ts';
import { isStageReached } from '../domain/kinds/placement-stages.ts';
import type { StageStep } from '../domain/kinds/stage-step.ts';
import { FOLLOW_UP_MONTHS, FOLLOW_UPS, type FollowUp } from '../domain/lists/follow-ups.ts';
import type { Stage } from '../domain/lists/stages.ts';
import type { CalendarDate } from '../domain/primitives.ts';
import { instantToOfficeDate } from '../i18n/office-date.ts';
import { monthFieldsOf } from './housing-months.ts';
import { placementFieldsOf, stageOf } from './housing-path.ts';
import { contributionFieldsOf } from './money-records.ts';

/** The whole path of a household in one order, through one placement or all of them: who did what, when. Pure. */
export type PathEvent = {
  readonly key: string;
  readonly what: 'opened' | 'stage' | 'month' | 'paid' | 'planned' | 'returned' | 'followUp';
  readonly date: CalendarDate;
  /** The record that says so; a date of the placement itself is said by the placement. */
  readonly held: CaseRecord;
  readonly stage: Stage | undefined;
};

export const stepFieldsOf = ({ record }: CaseRecord): Partial<StageStep> => record.fields as Partial<StageStep>;
export const followUpFieldsOf = ({ record }: CaseRecord): Partial<ExitFollowUp> =>
  record.fields as Partial<ExitFollowUp>;

/** The latest first; of one day, what was written later stands higher. */
export const timelineOf = ({ caseload }: OpenVault, placements: readonly CaseRecord[]): PathEvent[] =>
  placements
    .flatMap((placement) => {
      const about = caseload.about(placement.record.id);
      const steps = about.filter(({ record }) => record.kind === 'stage-step');
      const events = about.flatMap((held) => eventsOfRecord(held)).map(asThePlacementSays(placement, steps));
      return [...events, ...eventsOfPlacement(placement, steps)];
    })
    .sort((a, b) => (a.date === b.date ? (a.key < b.key ? 1 : -1) : a.date < b.date ? 1 : -1));

function eventsOfRecord(held: CaseRecord): PathEvent[] {
  const { id, kind } = held.record;
  const event = (what: PathEvent['what'], date: string | undefined, stage?: Stage): PathEvent[] =>
    date === undefined ? [] : [{ key: `${id} ${what}`, what, date, held, stage }];
  switch (kind) {
    case 'stage-step':
      return event('stage', stepFieldsOf(held).date, stepFieldsOf(held).stage);
    case 'monthly-situation': {
      const { month, meetingDate } = monthFieldsOf(held);
      return event('month', meetingDate ?? (month && lastOfMonth(`${month}-01`)));
    }
    case 'contribution': {
      const { month, paidDate, returnedDate } = contributionFieldsOf(held);
      const given = paidDate === undefined ? event('planned', month && `${month}-01`) : event('paid', paidDate);
      return [...given, ...event('returned', returnedDate)];
    }
    case 'exit-follow-up':
      return event('followUp', followUpFieldsOf(held).date);
    default:
      return [];
  }
}

/** The stages whose day stands in the placement itself. */
export const DATE_OF_STAGE: Partial<Record<Stage, 'agreementDate' | 'entryDate' | 'exitDate'>> = {
  PATT: 'agreementDate',
  INSE: 'entryDate',
  USCI: 'exitDate',
};
/** Without steps, as before they were written, it tells them, and the stage that it began with. */
const DATED_STAGES: Partial<Record<Stage, keyof Placement & `${string}Date`>> = {
  SEGN: 'referralDate',
  ...DATE_OF_STAGE,
};

/**
 * The latest step to a stage that the placement dates is on the day that stands there, so that a correction of the one is one of the other;
 * a day that was still to come when it was written is a plan.
 */
function asThePlacementSays(placement: CaseRecord, steps: readonly CaseRecord[]): (event: PathEvent) => PathEvent {
  const known = instantToOfficeDate(placement.record.updatedAt);
  const latest = new Map(
    steps.toSorted((a, b) => (a.record.id < b.record.id ? -1 : 1)).map((step) => [stepFieldsOf(step).stage, step]),
  );
  return (event) => {
    const field = event.stage && DATE_OF_STAGE[event.stage];
    const written = field && placementFieldsOf(placement)[field];
    const isThatStep = event.what === 'stage' && latest.get(event.stage) === event.held;
    return isThatStep && written !== undefined && written <= known ? { ...event, date: written } : event;
  };
}

function eventsOfPlacement(held: CaseRecord, steps: readonly CaseRecord[]): PathEvent[] {
  const { id, createdAt } = held.record;
  const fields = placementFieldsOf(held);
  const stepped = new Set(steps.map((step) => stepFieldsOf(step).stage));
  const dated = Object.entries(DATED_STAGES).flatMap(([code, field]): PathEvent[] => {
    const stage = code as Stage;
    const date = fields[field];
    const isPast = date !== undefined && isStageReached(stageOf(fields), stage) && !stepped.has(stage);
    return isPast ? [{ key: `${id} ${stage}`, what: 'stage', date, held, stage }] : [];
  });
  const opened: PathEvent = {
    key: id,
    what: 'opened',
    date: instantToOfficeDate(createdAt),
    held,
    stage: undefined,
  };
  return dated.some(({ stage }) => stage === 'SEGN') ? dated : [...dated, opened];
}

export const followUpsOf = ({ caseload }: OpenVault, placementId: string): CaseRecord[] =>
  caseload.about(placementId).filter(({ record }) => record.kind === 'exit-follow-up');

/** The follow-ups of an exit, each with its day and the record where it was done. None before an exit. */
export function followUpsDue(
  vault: OpenVault,
  placement: CaseRecord,
): { readonly after: FollowUp; readonly due: CalendarDate; readonly done: CaseRecord | undefined }[] {
  const { exitDate, exitOutcome } = placementFieldsOf(placement);
  if (exitDate === undefined || exitOutcome === 'DECE') return [];
  const done = followUpsOf(vault, placement.record.id);
  return FOLLOW_UPS.map((after) => ({
    after,
    due: addMonths(exitDate, FOLLOW_UP_MONTHS[after]),
    done: done.find((held) => followUpFieldsOf(held).after === after),
  }));
}
