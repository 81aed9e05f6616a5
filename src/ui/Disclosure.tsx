import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import { chevronDownIcon } from './icons.ts';

type DisclosureProps = {
  label: ComponentChildren;
  open?: boolean | undefined;
  /** Told when a person opens or closes it. */
  onToggle?: ((open: boolean) => void) | undefined;
  children: ComponentChildren;
};

/** What may stay folded: a native `<details>`. */
export function Disclosure({ label, open, onToggle, children }: DisclosureProps) {
  return (
    <details class="disclosure" open={open ?? false} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
      <summary>
        <Icon icon={chevronDownIcon} />
        <span>{label}</span>
      </summary>
      <div class="disclosure-body">{children}</div>
    </details>
  );
}
