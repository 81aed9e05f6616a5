import { addDays } from '../calendar.ts';
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
};

export type AgendaScope = {
  /** The records of a kind that are looked at; removed ones may be among them. */
  readonly recordsOf: (kind: string) => readonly RecordEnvelope[];
  readonly today: CalendarDate;
  /** The last day looked at. */
  readonly until: CalendarDate;
};

/** Everything due up to `until` and not done, by day, then by hour, then in the order of the rules. Pure. */
export function agendaOf(rules: readonly AgendaRule[], { recordsOf, today, until }: AgendaScope): AgendaEntry[] {
  const entries = rules.flatMap((rule) => {
    const earliest = addDays(today, -rule.overdueDaysMax);
    return recordsOf(rule.kind).flatMap((record): AgendaEntry[] => {
      const due = isLive(record) && isOpen(rule, record) ? dueDay(rule, record) : undefined;
      if (due === undefined || due < earliest || due > until) return [];
      return [
        { code: rule.code, record, due, time: rule.kind === 'appointment' ? textOf(record.fields.time) : undefined },
      ];
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

function isOpen({ only, doneField }: AgendaRule, { fields }: RecordEnvelope): boolean {
  if (doneField !== undefined && fields[doneField] !== undefined) return false;
  if (only === undefined) return true;
  const value = fields[only.field];
  const codes = Array.isArray(value) ? value : [value];
  return codes.some((code) => typeof code === 'string' && only.oneOf.includes(code));
}

function dueDay({ from, afterDays }: AgendaRule, { fields }: RecordEnvelope): CalendarDate | undefined {
  const date = textOf(fields[from]);
  return date === undefined ? undefined : addDays(date, afterDays);
}

const textOf = (value: JsonValue | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
