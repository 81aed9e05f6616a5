import { useId } from 'preact/hooks';
import { Chip } from './Chip.tsx';
import { FieldGroup, type FieldProps } from './Field.tsx';

type ScaleFieldProps = FieldProps & {
  /** From the low end to the high one, as the screen writes them. */
  marks: readonly { value: number; label: string }[];
  /** What the two ends mean: under them on the screen, in their names for a screen reader. */
  ends: { low: string; high: string };
  value: number | undefined;
  /** Undefined when the person takes the answer back by tapping it again. */
  onInput: (value: number | undefined) => void;
};

/** How much, in a few equal steps side by side. */
export function ScaleField({ marks, ends, value, onInput, ...field }: ScaleFieldProps) {
  const id = useId();
  const meaningOf = (index: number) => (index === 0 ? ends.low : index === marks.length - 1 ? ends.high : undefined);
  return (
    <FieldGroup id={id} role="radiogroup" {...field}>
      <div class="scale">
        {marks.map((mark, index) => (
          <Chip
            key={mark.value}
            type="radio"
            name={id}
            value={mark.value}
            isChosen={mark.value === value}
            onToggle={() => onInput(mark.value === value ? undefined : mark.value)}
          >
            {mark.label}
            {meaningOf(index) && <span class="sr-only"> · {meaningOf(index)}</span>}
          </Chip>
        ))}
      </div>
      <p class="scale-ends" aria-hidden="true">
        <span>{ends.low}</span>
        <span>{ends.high}</span>
      </p>
    </FieldGroup>
  );
}
