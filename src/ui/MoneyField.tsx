import { moneyCentsToText, parseMoneyCents } from './money.ts';
import { type NumericFieldProps, TypedNumberField } from './TypedNumberField.tsx';

/** A sum in euro, integer cents in and out. `locale` is for the signs of the number: "it", "en". */
export function MoneyField({ locale, ...props }: NumericFieldProps & { locale: string }) {
  return (
    <TypedNumberField
      {...props}
      valueToText={(cents) => moneyCentsToText(cents, locale)}
      parse={parseMoneyCents}
      inputMode="decimal"
      affix={
        <span class="affix" aria-hidden="true">
          €
        </span>
      }
    />
  );
}
