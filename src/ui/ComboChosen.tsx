import { Icon } from './Icon.tsx';
import { closeIcon } from './icons.ts';
import type { Option } from './option-search.ts';

type ComboChosenProps = {
  chosen: readonly Option[];
  removeLabel: (label: string) => string;
  onRemove: (value: string) => void;
};

/** What is chosen so far in a combo for several: chips, a tap takes one away. */
export function ComboChosen({ chosen, removeLabel, onRemove }: ComboChosenProps) {
  if (chosen.length === 0) return null;
  return (
    <div class="chips combo-chosen">
      {chosen.map((option) => (
        <button
          key={option.value}
          type="button"
          class="chip chip-on"
          aria-label={removeLabel(option.label)}
          onClick={() => onRemove(option.value)}
        >
          <span>{option.label}</span>
          <Icon icon={closeIcon} />
        </button>
      ))}
    </div>
  );
}
