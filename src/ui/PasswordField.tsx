import type { RefObject } from 'preact';
import { useId, useState } from 'preact/hooks';
import { describedControl, Field, type FieldProps } from './Field.tsx';

type PasswordFieldProps = FieldProps & {
  value: string;
  onInput: (value: string) => void;
  /** `current-password` to open, `new-password` to choose one: password managers go by it. */
  autoComplete: 'current-password' | 'new-password';
  showLabel: string;
  hideLabel: string;
  inputRef?: RefObject<HTMLInputElement | null> | undefined;
};

/** A password that can be looked at while typing. */
export function PasswordField(props: PasswordFieldProps) {
  const id = useId();
  const [isShown, setIsShown] = useState(false);
  return (
    <Field id={id} {...props}>
      <div class="input">
        <input
          {...describedControl(id, props)}
          ref={props.inputRef ?? null}
          // The cast: Preact types each input type by itself, and this one changes.
          type={(isShown ? 'text' : 'password') as 'text'}
          value={props.value}
          autoComplete={props.autoComplete}
          autoCapitalize="none"
          spellcheck={false}
          dir="ltr"
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
        <button type="button" class="input-button" aria-controls={id} onClick={() => setIsShown(!isShown)}>
          {isShown ? props.hideLabel : props.showLabel}
        </button>
      </div>
    </Field>
  );
}
