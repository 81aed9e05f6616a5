import type { ComponentChildren } from 'preact';

type TickRowProps = {
  title: string;
  subtitle?: ComponentChildren;
  checked: boolean;
  disabled?: boolean | undefined;
  onCheck: (checked: boolean) => void;
};

/** One line of a `RowList` that is ticked; the whole row is the target. */
export function TickRow({ title, subtitle, checked, disabled, onCheck }: TickRowProps) {
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
          {subtitle && <span class="soft">{subtitle}</span>}
        </span>
      </label>
    </li>
  );
}
