import { z } from 'zod';
import { EVENT_ACCESS } from '../access.ts';
import { isTouched } from '../is-touched.ts';
import { defineKind, type RuleContext } from '../kind-definition.ts';
import { EventState } from '../lists/event-states.ts';
import { EventType } from '../lists/event-types.ts';
import { PlaceKind } from '../lists/place-kinds.ts';
import { CalendarDate, Note, ShortText, TimeOfDay, text } from '../primitives.ts';
import { Cup, Prog } from '../project-codes.ts';
import type { FieldProblem } from '../refusal.ts';
import type { KindRuleCode } from '../rule-codes.ts';
import { SERVICE_DATE_EARLIEST } from './service.ts';

/** An event has a morning, an afternoon and an evening; a camp of a week is written day by day. */
export const SHIFTS_MAX = 12;
/** More than any square of a city holds; a larger number is a slip of the finger. */
export const EXPECTED_PEOPLE_MAX = 10_000;
/** A handful of associations by name. */
export const PARTNERS_LENGTH_MAX = 300;

/** A part of the event. Attendances name it by its label, so that the label is what tells two shifts apart. */
export const Shift = z.strictObject({ label: ShortText, from: TimeOfDay.optional(), to: TimeOfDay.optional() });
export type Shift = z.infer<typeof Shift>;

/** A civic-engagement event on one day. It tells of no person: who came stands in `attendance`. */
export const Event = z.strictObject({
  title: ShortText,
  type: EventType,
  date: CalendarDate,
  startTime: TimeOfDay.optional(),
  endTime: TimeOfDay.optional(),
  placeKind: PlaceKind.optional(),
  place: ShortText.optional(),
  partners: text(PARTNERS_LENGTH_MAX).optional(),
  shifts: z.array(Shift).min(1).max(SHIFTS_MAX).optional(),
  expectedPeople: z.int().min(1).max(EXPECTED_PEOPLE_MAX).optional(),
  state: EventState,
  prog: Prog.optional(),
  cup: Cup.optional(),
  /** Read by everybody at the event, volunteers too. */
  note: Note.optional(),
});
export type Event = z.infer<typeof Event>;

export const eventKind = defineKind({
  kind: 'event',
  schema: Event,
  classes: {
    title: 'open',
    type: 'open',
    date: 'open',
    startTime: 'open',
    endTime: 'open',
    placeKind: 'open',
    place: 'open',
    partners: 'open',
    shifts: 'open',
    expectedPeople: 'open',
    state: 'open',
    prog: 'open',
    cup: 'open',
    note: 'open',
  },
  access: EVENT_ACCESS,
  isReviewed: true,
  rules: (fields, context) => [...dateProblems(fields, context), ...timeProblems(fields), ...shiftProblems(fields)],
});

function dateProblems(fields: Event, context: RuleContext): FieldProblem[] {
  if (!isTouched(context, fields, ['date', 'state'])) return [];
  if (fields.date < SERVICE_DATE_EARLIEST) return [problem('date', 'EventDateBeforeProject')];
  // Planned ahead and cancelled ahead are the usual case; what was held lies behind.
  if (fields.state === 'HELD' && fields.date > context.today) return [problem('state', 'HeldInFuture', 'date')];
  return [];
}

const timeProblems = ({ startTime, endTime }: Event): FieldProblem[] =>
  startTime !== undefined && endTime !== undefined && endTime <= startTime
    ? [problem('endTime', 'EndBeforeStart', 'startTime')]
    : [];

function shiftProblems({ shifts = [] }: Event): FieldProblem[] {
  const labels = shifts.map(({ label }) => label.trim().toLowerCase());
  if (new Set(labels).size !== labels.length) return [problem('shifts', 'ShiftTwice')];
  const isReversed = ({ from, to }: Shift) => from !== undefined && to !== undefined && to <= from;
  return shifts.some(isReversed) ? [problem('shifts', 'ShiftEndBeforeStart')] : [];
}

const problem = (field: keyof Event, rule: KindRuleCode, other?: keyof Event): FieldProblem => ({
  field,
  rule,
  ...(other !== undefined && { other }),
});
