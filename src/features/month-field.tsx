import { addMonths, firstOfMonth, monthOf } from '../domain/calendar.ts';
import type { CalendarMonth } from '../domain/calendar-month.ts';
import { SERVICE_DATE_EARLIEST } from '../domain/kinds/service.ts';
import type { CalendarDate } from '../domain/primitives.ts';
import { Select } from '../ui/Select.tsx';
import { monthToText } from './moment-words.ts';
import { useSession } from './session.ts';

type MonthFieldProps = {
  readonly label: string;
  readonly error?: string | undefined;
  readonly hint?: string | undefined;
  readonly value: CalendarMonth | undefined;
  readonly onInput: (month: CalendarMonth | undefined) => void;
  /** The months to choose from; without them all since the project began, and the coming three. */
  readonly months?: readonly CalendarMonth[];
};

const MONTHS_AHEAD = 3;

/** A month by name. A choice, because a month field of the browser's own is a bare text field in some. */
export function MonthField({ months, value, onInput, ...field }: MonthFieldProps) {
  const { words, today } = useSession();
  const known = months ?? monthsSinceBegin(today());
  const offered = [...new Set([...known, ...(value === undefined ? [] : [value])])].sort().reverse();
  return (
    <Select
      {...field}
      value={value}
      onInput={onInput}
      emptyLabel={words.t('record.choose')}
      options={offered.map((month) => ({ value: month, label: monthToText(words, month) }))}
    />
  );
}

/** From the beginning of the project on. */
export function monthsSinceBegin(today: CalendarDate): CalendarMonth[] {
  const months: CalendarMonth[] = [];
  const last = addMonths(firstOfMonth(today), MONTHS_AHEAD);
  for (let day: CalendarDate = SERVICE_DATE_EARLIEST; day <= last; day = addMonths(day, 1)) months.push(monthOf(day));
  return months;
}
