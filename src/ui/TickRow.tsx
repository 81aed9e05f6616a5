import type { ComponentChildren } from 'preact';
import { tieDots } from './tie-dots.ts';

type TickRowProps = {
  title: string;
  subtitle?: ComponentChildren;
  checked: boolean;
  disabled?: boolean | undefined;
  onCheck: (checked: boolean) => void;
  /** At the end, beside the row's own target: a link. */
  mark?: ComponentChildren;
};

/** One line of a `RowList` that is ticked; the whole row is the target. */
export function TickRow({ title, subtitle, checked, disabled, onCheck, mark }: TickRowProps) {
  return (
    <li class="row">
      <label class="row-line row-tick">
        <span class="tick">
          <input
            type="checkbox"
            checked={checked}
            disabled={disabled}
            onChange={(event) => onCheck(event.currentTarget.checked)}
          />
        </span>
        <span class="row-text">
          <strong class="row-title">
            <bdi>{title}</bdi>
          </strong>
          {subtitle && <span class="soft">{tieDots(subtitle)}</span>}
        </span>
      </label>
      {mark && <div class="row-mark">{mark}</div>}
    </li>
  );
}
