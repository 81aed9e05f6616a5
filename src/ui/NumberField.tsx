import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { describedControl, Field, type FieldProps } from './Field.tsx';
import { useTypedText } from './typed-text.ts';
import { parseWholeNumber } from './whole-number.ts';

type NumberFieldProps = FieldProps & {
  value: number | undefined;
  /** The number, and the text as typed: text without a number cannot be read yet. */
  onInput: (value: number | undefined, typed: string) => void;
  typed?: string | undefined;
  min?: number | undefined;
  max?: number | undefined;
  /** Shown after leaving a text that is no number in the range. */
  unreadable: string;
  /** The unit, inside the frame: "min". */
  suffix?: ComponentChildren;
};

/** A whole number. Text with a number keyboard, because `type=number` changes by the mouse wheel and hides what was typed wrong. */
export function NumberField(props: NumberFieldProps) {
  const id = useId();
  const { text, isUnreadable, write, leave } = useTypedText({
    value: props.value,
    typed: props.typed,
    valueToText: String,
    parse: (typed) => parseWholeNumber(typed, props),
  });
  const field = { ...props, error: props.error ?? (isUnreadable ? props.unreadable : undefined) };
  return (
    <Field id={id} {...field}>
      <div class="input input-short">
        <input
          {...describedControl(id, field)}
          class="num"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          value={text}
          onInput={(event) => {
            const typed = event.currentTarget.value;
            props.onInput(write(typed), typed);
          }}
          onBlur={leave}
        />
        {props.suffix && <span class="affix">{props.suffix}</span>}
      </div>
    </Field>
  );
}
