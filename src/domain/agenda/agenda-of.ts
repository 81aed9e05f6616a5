import { addDays, addMonths, firstOfMonth, lastOfMonth, monthOf } from '../calendar.ts';
import type { CalendarMonth } from '../calendar-month.ts';
import type { JsonValue } from '../json-value.ts';
import type { CalendarDate } from '../primitives.ts';
import type { RecordEnvelope } from '../record.ts';
import type { AgendaCode, AgendaRule } from './agenda-rule.ts';

/** One thing that is due: which rule says so, of which record, on which day. */
export type AgendaEntry = {
  readonly code: AgendaCode;
  readonly record: RecordEnvelope;
  readonly due: CalendarDate;
  /** Hour of an appointment; nothing else has one. */
  readonly time: string | undefined;
  /** What is due every month says for which. */
  readonly month: CalendarMonth | undefined;
};

export type AgendaScope = {
  /** The records of a kind that are looked at; removed ones may be among them. */
  readonly recordsOf: (kind: string) => readonly RecordEnvelope[];
  /** What is about a record, whoever wrote it: done is done. */
  readonly aboutOf: (id: string) => readonly RecordEnvelope[];
  readonly today: CalendarDate;
  /** The last day looked at. */
  readonly until: CalendarDate;
};

/** Everything due up to `until` and not done, by day, then by hour, then in the order of the rules. Pure. */
export function agendaOf(rules: readonly AgendaRule[], scope: AgendaScope): AgendaEntry[] {
  const entries = rules.flatMap((rule) => {
    const earliest = addDays(scope.today, -rule.overdueDaysMax);
    return scope.recordsOf(rule.kind).flatMap((record): AgendaEntry[] => {
      if (!isLive(record) || !isOpen(rule, record)) return [];
      const time = rule.kind === 'appointment' ? textOf(record.fields.time) : undefined;
      return dueDays(rule, record, earliest, scope.until)
        .filter(({ due, month }) => due >= earliest && due <= scope.until && !isDone(rule, record, month, scope))
        .map(({ due, month }) => ({ code: rule.code, record, due, time, month }));
    });
  });
  const orderOf = new Map(rules.map(({ code }, index) => [code, index]));
  return entries.sort(
    (a, b) =>
      compare(a.due, b.due) ||
      // What has an hour comes first, by the hour.
      compare(hourOf(a), hourOf(b)) ||
      (orderOf.get(a.code) ?? 0) - (orderOf.get(b.code) ?? 0) ||
      compare(a.record.id, b.record.id),
  );
}

const AFTER_EVERY_HOUR = '99';
const hourOf = ({ time }: AgendaEntry): string => time ?? AFTER_EVERY_HOUR;

const isLive = ({ removed, mergedInto }: RecordEnvelope): boolean => !removed && mergedInto === undefined;

function isOpen({ only, doneField, untilLocked }: AgendaRule, { fields, review }: RecordEnvelope): boolean {
  if (untilLocked && review.state === 'locked') return false;
  if (doneField !== undefined && fields[doneField] !== undefined) return false;
  if (only === undefined) return true;
  const value = fields[only.field];
  const codes = Array.isArray(value) ? value : [value];
  return codes.some((code) => typeof code === 'string' && only.oneOf.includes(code));
}

type DueDay = Pick<AgendaEntry, 'due' | 'month'>;

/** One day, or the last one of each month that could be asked for. */
function dueDays(
  { from, afterDays, afterMonths = 0, every }: AgendaRule,
  { fields }: RecordEnvelope,
  earliest: CalendarDate,
  until: CalendarDate,
): DueDay[] {
  const date = textOf(fields[from]);
  if (date === undefined) return [];
  if (every === undefined) return [{ due: addMonths(addDays(date, afterDays), afterMonths), month: undefined }];
  const days: DueDay[] = [];
  let first = firstOfMonth(date > earliest ? date : earliest);
  while (first <= until) {
    days.push({ due: lastOfMonth(first), month: monthOf(first) });
    first = addMonths(first, 1);
  }
  return days;
}

function isDone(
  { doneBy }: AgendaRule,
  { id }: RecordEnvelope,
  month: string | undefined,
  scope: AgendaScope,
): boolean {
  if (doneBy === undefined) return false;
  return scope
    .aboutOf(id)
    .some((one) => one.kind === doneBy.kind && isLive(one) && one.fields[doneBy.field] === (doneBy.code ?? month));
}

const textOf = (value: JsonValue | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
