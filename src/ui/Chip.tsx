import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import { checkIcon } from './icons.ts';
import { AGAIN_MS, isOfDoubleTap } from './use-once.ts';

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
  const chosenAt = useRef(Number.NEGATIVE_INFINITY);
  const onClick = (event: MouseEvent) => {
    // The second of a double tap would take back what the first one chose.
    const isSameTap = isOfDoubleTap(event) && performance.now() - chosenAt.current < AGAIN_MS;
    if (type === 'radio' && isChosen && isSameTap) return;
    chosenAt.current = performance.now();
    onToggle();
  };
  return (
    <label class="chip">
      {/* onClick, not onChange: tapping the chosen radio again takes it back, and that is no change to the browser. */}
      <input class="sr-only" type={type} name={name} value={value} checked={isChosen} onClick={onClick} />
      <Icon icon={checkIcon} />
      <span>{children}</span>
    </label>
  );
}
