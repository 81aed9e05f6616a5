import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import { checkIcon } from './icons.ts';

type ChipProps = {
  type: 'radio' | 'checkbox';
  /** Shared by the chips of one question. */
  name: string;
  value: string | number;
  isChosen: boolean;
  onToggle: () => void;
  children: ComponentChildren;
};

/** One answer: a native radio or tick box that looks like a chip. */
export function Chip({ type, name, value, isChosen, onToggle, children }: ChipProps) {
  return (
    <label class="chip">
      {/* onClick, not onChange: tapping the chosen radio again takes it back, and that is no change to the browser. */}
      <input class="sr-only" type={type} name={name} value={value} checked={isChosen} onClick={onToggle} />
      <Icon icon={checkIcon} />
      <span>{children}</span>
    </label>
  );
}
