import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { describedControl, Field, type FieldProps } from './Field.tsx';
import { useTypedText } from './typed-text.ts';

/** What a field for numbers of any sort is told. */
export type NumericFieldProps = FieldProps & {
  value: number | undefined;
  /** The number, and the text as typed: text without a number cannot be read yet. */
  onInput: (value: number | undefined, typed: string) => void;
  typed?: string | undefined;
  /** Shown after leaving a text that cannot be read: "Scrivi una somma, per esempio 180,00." */
  unreadable: string;
};

type TypedNumberFieldProps = NumericFieldProps & {
  valueToText: (value: number) => string;
  parse: (typed: string) => number | undefined;
  inputMode: 'numeric' | 'decimal';
  /** Behind the number, inside the frame. */
  affix?: ComponentChildren;
};

/** A number typed as text with a number keyboard: `type=number` changes by the mouse wheel and hides what was typed wrong. */
export function TypedNumberField({ valueToText, parse, inputMode, affix, ...props }: TypedNumberFieldProps) {
  const id = useId();
  const { text, isUnreadable, write, leave } = useTypedText({
    value: props.value,
    typed: props.typed,
    valueToText,
    parse,
  });
  const field = { ...props, error: props.error ?? (isUnreadable ? props.unreadable : undefined) };
  return (
    <Field id={id} {...field}>
      <div class="input input-short">
        <input
          {...describedControl(id, field)}
          class="num"
          type="text"
          inputMode={inputMode}
          autoComplete="off"
          value={text}
          onInput={(event) => {
            const typed = event.currentTarget.value;
            props.onInput(write(typed), typed);
          }}
          onBlur={leave}
        />
        {affix}
      </div>
    </Field>
  );
}
