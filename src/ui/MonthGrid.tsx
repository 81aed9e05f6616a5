import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import { chevronBackIcon, chevronForwardIcon } from './icons.ts';

type Day = {
  /** The ISO date. */
  key: string;
  number: string;
  /** The day in words, with what is on it. */
  name: string;
  count: number;
  /** Of the month before or after. */
  isBeside: boolean;
  isToday: boolean;
  isChosen: boolean;
};
type Turn = { label: string; run: () => void };

type MonthGridProps = {
  title: string;
  weekdays: readonly { short: string; long: string }[];
  weeks: readonly (readonly Day[])[];
  onChoose: (key: string) => void;
  previous: Turn;
  next: Turn;
};

/** A month as a table of days; each day is a button, with a dot for what is on it and the number in its name. */
export function MonthGrid({ title, weekdays, weeks, onChoose, previous, next }: MonthGridProps) {
  return (
    <div class="month">
      <div class="month-head">
        <button type="button" class="icon-button" aria-label={previous.label} onClick={previous.run}>
          <Icon icon={chevronBackIcon} />
        </button>
        <h2 aria-live="polite">{title}</h2>
        <button type="button" class="icon-button" aria-label={next.label} onClick={next.run}>
          <Icon icon={chevronForwardIcon} />
        </button>
      </div>
      <table class="month-days">
        <thead>
          <tr>
            {weekdays.map(({ short, long }) => (
              <th key={long} scope="col" abbr={long}>
                {short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.key}>
              {week.map((day) => (
                <td key={day.key}>
                  <DayButton day={day} onChoose={onChoose} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DayButton({ day, onChoose }: { day: Day; onChoose: (key: string) => void }) {
  const { isBeside, isToday, isChosen, count } = day;
  return (
    <button
      type="button"
      class={classNames('day', isBeside && 'day-beside', isToday && 'day-today', isChosen && 'day-chosen')}
      aria-pressed={isChosen}
      aria-current={isToday ? 'date' : undefined}
      onClick={() => onChoose(day.key)}
    >
      <span class="sr-only">{day.name}</span>
      <span class="num" aria-hidden="true">
        {day.number}
      </span>
      <span class="day-count num" aria-hidden="true">
        {count > 0 ? count : ''}
      </span>
    </button>
  );
}
