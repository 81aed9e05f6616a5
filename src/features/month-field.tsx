import { addMonths, firstOfMonth, monthOf } from '../domain/calendar.ts';
import type { CalendarMonth } from '../domain/calendar-month.ts';
import { Select } from '../ui/Select.tsx';
import { monthToText } from './moment-words.ts';
import { useSession } from './session.ts';

type MonthFieldProps = {
  readonly label: string;
  readonly error?: string | undefined;
  readonly hint?: string | undefined;
  readonly value: CalendarMonth | undefined;
  readonly onInput: (month: CalendarMonth | undefined) => void;
  /** The months to choose from; without them the last two years and the coming three months. */
  readonly months?: readonly CalendarMonth[];
};

const MONTHS_BACK = 24;
const MONTHS_AHEAD = 3;

/** A month by name. A choice, because a month field of the browser's own is a bare text field in some. */
export function MonthField({ months, value, onInput, ...field }: MonthFieldProps) {
  const { words, today } = useSession();
  const known = months ?? monthsAround(today());
  const offered = value === undefined || known.includes(value) ? known : [value, ...known];
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

/** The latest first. */
const monthsAround = (today: string): CalendarMonth[] =>
  Array.from({ length: MONTHS_BACK + MONTHS_AHEAD + 1 }, (_, index) =>
    monthOf(addMonths(firstOfMonth(today), MONTHS_AHEAD - index)),
  );
