import { z } from 'zod';
import { CASE_RECORD_ACCESS } from '../access.ts';
import { isTouched } from '../is-touched.ts';
import { defineKind, type RuleContext } from '../kind-definition.ts';
import { AppointmentState } from '../lists/appointment-states.ts';
import { CalendarDate, Id, Note, ShortText, TimeOfDay } from '../primitives.ts';
import type { FieldProblem } from '../refusal.ts';
import type { KindRuleCode } from '../rule-codes.ts';
import { SERVICE_DATE_EARLIEST } from './service.ts';

/** Something agreed for a day: with a person served, or a thing to do. It is told of nobody but the team, and reviewed by nobody. */
export const Appointment = z.strictObject({
  what: ShortText,
  date: CalendarDate,
  time: TimeOfDay.optional(),
  beneficiary: Id.optional(),
  place: ShortText.optional(),
  state: AppointmentState,
  note: Note.optional(),
});
export type Appointment = z.infer<typeof Appointment>;

export const appointmentKind = defineKind({
  kind: 'appointment',
  schema: Appointment,
  classes: {
    // "Visita in ospedale" tells of a person's health as soon as it stands beside a name.
    what: 'personal',
    date: 'open',
    time: 'open',
    beneficiary: 'open',
    place: 'personal',
    state: 'open',
    note: 'personal',
  },
  access: CASE_RECORD_ACCESS,
  isReviewed: false,
  subjectField: 'beneficiary',
  subjectKind: 'beneficiary',
  rules: (fields, context) => dateProblems(fields, context),
});

function dateProblems(fields: Appointment, context: RuleContext): FieldProblem[] {
  if (!isTouched(context, fields, ['date', 'state'])) return [];
  if (fields.date < SERVICE_DATE_EARLIEST) return [problem('date', 'ServiceDateBeforeProject')];
  const isOver = fields.state === 'DONE' || fields.state === 'MISS';
  return isOver && fields.date > context.today ? [problem('state', 'AppointmentNotYet')] : [];
}

const problem = (field: keyof Appointment, rule: KindRuleCode): FieldProblem => ({ field, rule });
