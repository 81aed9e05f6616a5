import { useId } from 'preact/hooks';
import { FieldGroup, type FieldProps } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { checkIcon } from './icons.ts';

type ScaleFieldProps = FieldProps & {
  /** From the low end to the high one, as the screen writes them. */
  marks: readonly { value: number; label: string }[];
  /** What the two ends mean: under them on the screen, in their names for a screen reader. */
  ends: { low: string; high: string };
  value: number | undefined;
  /** Undefined when the person takes the answer back by tapping it again. */
  onInput: (value: number | undefined) => void;
};

/** How much, in a few equal steps side by side: native radios, as in `ChoiceChips`. */
export function ScaleField({ marks, ends, value, onInput, ...field }: ScaleFieldProps) {
  const id = useId();
  const meaningOf = (index: number) => (index === 0 ? ends.low : index === marks.length - 1 ? ends.high : undefined);
  return (
    <FieldGroup id={id} role="radiogroup" {...field}>
      <div class="scale">
        {marks.map((mark, index) => (
          <label key={mark.value} class="chip">
            {/* onClick, as in `ChoiceChips`: the chosen one is taken back by a second tap. */}
            <input
              class="sr-only"
              type="radio"
              name={id}
              value={mark.value}
              checked={mark.value === value}
              onClick={() => onInput(mark.value === value ? undefined : mark.value)}
            />
            <Icon icon={checkIcon} />
            <span>
              {mark.label}
              {meaningOf(index) && <span class="sr-only"> · {meaningOf(index)}</span>}
            </span>
          </label>
        ))}
      </div>
      <p class="scale-ends" aria-hidden="true">
        <span>{ends.low}</span>
        <span>{ends.high}</span>
      </p>
    </FieldGroup>
  );
}
