import { z } from 'zod';
import { ATTENDANCE_ACCESS } from '../access.ts';
import { CARD_CODE_PATTERN } from '../card-code.ts';
import { isTouched } from '../is-touched.ts';
import { defineKind, type RuleContext } from '../kind-definition.ts';
import { AgeBracket } from '../lists/age-brackets.ts';
import { Attendee, EventRole } from '../lists/attendees.ts';
import { Gender } from '../lists/genders.ts';
import { Id, Note, ShortText } from '../primitives.ts';
import type { RecordEnvelope } from '../record.ts';
import type { FieldProblem } from '../refusal.ts';
import type { KindRuleCode } from '../rule-codes.ts';
import type { Event } from './event.ts';

/** A day has no more. */
export const ATTENDANCE_MINUTES_MAX = 24 * 60;
/** A larger group is counted in several goes: one tap must not add a stadium. */
export const ATTENDANCE_COUNT_MAX = 500;

/**
 * Somebody came to an event: a registered person (`beneficiary`), somebody whose card was scanned by a phone that knows no person (`card`),
 * or somebody without a record (`attendee`), alone or as a counted group; never two of these. A record of its own for each, so that two phones at one door never write the same row.
 */
export const Attendance = z.strictObject({
  event: Id,
  beneficiary: Id.optional(),
  /** The code on a card. Whose it is knows only who has the cards: `event-figures` counts its holder once, however often it was scanned. */
  card: z.string().regex(CARD_CODE_PATTERN).optional(),
  attendee: Attendee.optional(),
  nickname: ShortText.optional(),
  gender: Gender.optional(),
  ageBracket: AgeBracket.optional(),
  /** How many they were; one when nothing is said. Only of people without a record. */
  count: z.int().min(1).max(ATTENDANCE_COUNT_MAX).optional(),
  role: EventRole,
  /** Label of one of the event's shifts; none is the whole event. */
  shift: ShortText.optional(),
  /** Of each of them. */
  minutes: z.int().min(0).max(ATTENDANCE_MINUTES_MAX).optional(),
  note: Note.optional(),
});
export type Attendance = z.infer<typeof Attendance>;

export const attendanceKind = defineKind({
  kind: 'attendance',
  schema: Attendance,
  classes: {
    event: 'open',
    beneficiary: 'personal',
    card: 'personal',
    attendee: 'open',
    nickname: 'personal',
    gender: 'open',
    ageBracket: 'open',
    count: 'open',
    role: 'open',
    shift: 'open',
    minutes: 'open',
    note: 'personal',
  },
  access: ATTENDANCE_ACCESS,
  // Whoever decides on an event decides on its list of presences: twenty small decisions would tell a coordinator nothing more.
  isReviewed: false,
  subjectField: 'event',
  subjectKind: 'event',
  rules: (fields, context) => [
    ...whoProblems(fields),
    ...eventProblems(fields, context),
    ...presenceProblems(fields, context),
  ],
});

function whoProblems({ beneficiary, card, attendee, count, nickname }: Attendance): FieldProblem[] {
  const isKnown = beneficiary !== undefined || card !== undefined;
  if (!isKnown && attendee === undefined) return [problem('beneficiary', 'AttendeeMissing')];
  if (isKnown && attendee !== undefined) return [problem('beneficiary', 'AttendeeTwice', 'attendee')];
  if (beneficiary !== undefined && card !== undefined) return [problem('beneficiary', 'AttendeeTwice', 'card')];
  if (isKnown && (count ?? 1) !== 1) return [problem('count', 'CountOfKnownPerson')];
  if (nickname !== undefined && (count ?? 1) !== 1) return [problem('count', 'CountOfNickname')];
  return [];
}

/**
 * What the event allows. An event that is not here is said by `SubjectUnknown`.
 *
 * event                     | then
 * ------------------------- | ----
 * cancelled                 | nobody can have come
 * after today               | nobody can have come yet
 * locked                    | its period is closed: the list may not move any more
 * has no shift of that name | the shift is wrong
 */
function eventProblems(fields: Attendance, context: RuleContext): FieldProblem[] {
  const event = context.related.find(({ id, kind }) => id === fields.event && kind === 'event');
  if (event === undefined) return [];
  if (event.review.state === 'locked') return [problem('event', 'EventLocked')];
  if (!isComing(fields, context)) return [];
  const { state, date, shifts = [] } = event.fields as Partial<Event>;
  if (state === 'CANC') return [problem('event', 'EventCancelled')];
  if (date !== undefined && date > context.today) return [problem('event', 'EventNotYet')];
  const isShiftAsked = fields.shift !== undefined && isTouched(context, fields, ['event', 'shift']);
  return isShiftAsked && !shifts.some(({ label }) => label === fields.shift) ? [problem('shift', 'ShiftUnknown')] : [];
}

/**
 * A registered person is present once at one event and shift. The second presence, also one that another phone wrote while neither
 * saw the other, is refused and stays with its author (law 1), who keeps the first or adds the hours to it (`settle-presence`);
 * `other` is the presence that is there. Until that is done `event-figures` counts the person once all the same.
 */
function presenceProblems(fields: Attendance, context: RuleContext): FieldProblem[] {
  if (fields.beneficiary === undefined || !isComing(fields, context)) return [];
  const other = context.related.find((one) => isSamePresence(one, fields));
  return other === undefined ? [] : [problem('beneficiary', 'AlreadyPresent', other.id)];
}

const isSamePresence = ({ kind, removed, mergedInto, fields }: RecordEnvelope, wanted: Attendance): boolean =>
  kind === 'attendance' &&
  !removed &&
  mergedInto === undefined &&
  fields.event === wanted.event &&
  fields.beneficiary === wanted.beneficiary &&
  fields.shift === wanted.shift;

/** Whether this change says that somebody came: hours and notes of a presence that is there may always be mended. */
const isComing = (fields: Attendance, context: RuleContext): boolean =>
  context.record?.removed === true || isTouched(context, fields, ['event', 'beneficiary', 'shift']);

const problem = (field: keyof Attendance, rule: KindRuleCode, other?: string): FieldProblem => ({
  field,
  rule,
  ...(other !== undefined && { other }),
});
