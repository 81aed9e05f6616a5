import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { describedControl, FieldWords } from './Field.tsx';

type CheckboxProps = {
  label: ComponentChildren;
  hint?: string | undefined;
  error?: string | undefined;
  disabled?: boolean | undefined;
  value: boolean;
  onInput: (value: boolean) => void;
};

/** One yes or no. */
export function Checkbox(props: CheckboxProps) {
  const id = useId();
  return (
    <div class="field">
      <label class="tick tick-words">
        <input
          {...describedControl(id, { ...props, label: '' })}
          type="checkbox"
          checked={props.value}
          onChange={(event) => props.onInput(event.currentTarget.checked)}
        />
        <span>{props.label}</span>
      </label>
      <FieldWords id={id} hint={props.hint} error={props.error} />
    </div>
  );
}
