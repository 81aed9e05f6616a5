import { useId } from 'preact/hooks';
import { describedControl, Field, type FieldProps } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { minusIcon, plusIcon } from './icons.ts';
import { parseWholeNumber, steppedNumber } from './whole-number.ts';

type StepperProps = FieldProps & {
  value: number | undefined;
  onInput: (value: number | undefined) => void;
  min?: number | undefined;
  max?: number | undefined;
  /** Names of the two buttons: "Una persona in meno", "Una persona in più". */
  lessLabel: string;
  moreLabel: string;
};

/** A small count by taps: − n +; the number can be typed too. */
export function Stepper(props: StepperProps) {
  const { value, min, max, onInput } = props;
  const id = useId();
  return (
    <Field id={id} {...props}>
      <div class="stepper">
        <button
          type="button"
          class="stepper-button"
          aria-label={props.lessLabel}
          aria-controls={id}
          disabled={props.disabled || (value !== undefined && min !== undefined && value <= min)}
          onClick={() => onInput(steppedNumber(value, -1, props))}
        >
          <Icon icon={minusIcon} />
        </button>
        <input
          {...describedControl(id, props)}
          class="stepper-value num"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          role="spinbutton"
          aria-valuenow={value}
          aria-valuemin={min}
          aria-valuemax={max}
          value={value ?? ''}
          onInput={(event) => onInput(parseWholeNumber(event.currentTarget.value, props))}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
            event.preventDefault();
            onInput(steppedNumber(value, event.key === 'ArrowUp' ? 1 : -1, props));
          }}
        />
        <button
          type="button"
          class="stepper-button"
          aria-label={props.moreLabel}
          aria-controls={id}
          disabled={props.disabled || (value !== undefined && max !== undefined && value >= max)}
          onClick={() => onInput(steppedNumber(value, 1, props))}
        >
          <Icon icon={plusIcon} />
        </button>
      </div>
    </Field>
  );
}
