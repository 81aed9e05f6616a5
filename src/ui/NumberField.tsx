import type { ComponentChildren } from 'preact';
import { type NumericFieldProps, TypedNumberField } from './TypedNumberField.tsx';
import { parseWholeNumber } from './whole-number.ts';

type NumberFieldProps = NumericFieldProps & {
  min?: number | undefined;
  max?: number | undefined;
  /** The unit, inside the frame: "min". */
  suffix?: ComponentChildren;
};

/** A whole number, in a range where one is given. */
export function NumberField({ min, max, suffix, ...props }: NumberFieldProps) {
  return (
    <TypedNumberField
      {...props}
      valueToText={String}
      parse={(typed) => parseWholeNumber(typed, { min, max })}
      inputMode="numeric"
      affix={suffix && <span class="affix">{suffix}</span>}
    />
  );
}
