import type { ComponentChildren } from 'preact';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import type { IconNode } from './icons.ts';
import { tieDots } from './tie-dots.ts';

type CardRowProps = {
  title: ComponentChildren;
  /** In lighter letters after the title: "3 persone". */
  aside?: ComponentChildren;
  /** The title itself in lighter letters, for rows that are plain sentences. */
  plain?: boolean | undefined;
  subtitle?: ComponentChildren;
  /** Words at the start: "17:38", "oggi". */
  time?: string | undefined;
  /** Machine form of `time` (ISO 8601). */
  dateTime?: string | undefined;
  /** Picture at the start, instead of a time. */
  icon?: IconNode | undefined;
  /** At the end: a `StateMark`, or a button. */
  mark?: ComponentChildren;
  /** The whole row leads there. */
  href?: string | undefined;
  /** The whole row is a choice, made here. */
  onSelect?: (() => void) | undefined;
};

/** Longer than "17:38", "29/12" or "domani" is a date with its year: then all rows of the list leave it room, so that the words begin in one line. */
const SHORT_TIME_CHARS_MAX = 6;

/** One line of a `RowList`: when, what, more about it, how it stands. Tapping anywhere follows `href`. */
export function CardRow(props: CardRowProps) {
  return (
    <li class="row">
      <CardRowBody {...props} />
    </li>
  );
}

/** The same row without its `<li>`, for lists that make their own, such as `VirtualList`. */
export function CardRowBody({
  title,
  aside,
  plain,
  subtitle,
  time,
  dateTime,
  icon,
  mark,
  href,
  onSelect,
}: CardRowProps) {
  const words = (
    <>
      {plain ? (
        <bdi>{title}</bdi>
      ) : (
        <strong>
          <bdi>{title}</bdi>
        </strong>
      )}
      {aside && (
        <>
          {'\u00a0· '}
          {tieDots(aside)}
        </>
      )}
    </>
  );
  return (
    <div class="row-line">
      {time !== undefined && (
        <time
          class={classNames('row-time num', time.length > SHORT_TIME_CHARS_MAX && 'row-time-long')}
          dateTime={dateTime}
        >
          {time}
        </time>
      )}
      {icon && <Icon icon={icon} />}
      <div class="row-text">
        {/* The link is stretched over the row by CSS, so that its name stays short and the mark stays readable text. */}
        <RowTitle href={href} onSelect={onSelect}>
          {words}
        </RowTitle>
        {subtitle && <p class="soft">{tieDots(subtitle)}</p>}
      </div>
      {mark && <div class="row-mark">{mark}</div>}
    </div>
  );
}

function RowTitle({
  href,
  onSelect,
  children,
}: Pick<CardRowProps, 'href' | 'onSelect'> & { children: ComponentChildren }) {
  if (href !== undefined) {
    return (
      <a class="row-title row-link" href={href}>
        {children}
      </a>
    );
  }
  if (onSelect === undefined) return <p class="row-title">{children}</p>;
  return (
    <button type="button" class="row-title row-link" onClick={onSelect}>
      {children}
    </button>
  );
}
