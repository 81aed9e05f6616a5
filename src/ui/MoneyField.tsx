import { useId } from 'preact/hooks';
import { describedControl, Field, type FieldProps } from './Field.tsx';
import { moneyCentsToText, parseMoneyCents } from './money.ts';
import { useTypedText } from './typed-text.ts';

type MoneyFieldProps = FieldProps & {
  /** Integer cents. */
  value: number | undefined;
  /** The cents, and the text as typed: text without cents cannot be read yet. */
  onInput: (value: number | undefined, typed: string) => void;
  typed?: string | undefined;
  /** Shown after leaving a text that is no sum: "Scrivi una somma, per esempio 180,00." */
  unreadable: string;
  /** For the signs of the number: "it", "en". */
  locale: string;
};

/** A sum in euro, integer cents in and out. */
export function MoneyField(props: MoneyFieldProps) {
  const id = useId();
  const { text, isUnreadable, write, leave } = useTypedText({
    value: props.value,
    typed: props.typed,
    valueToText: (cents) => moneyCentsToText(cents, props.locale),
    parse: parseMoneyCents,
  });
  const field = { ...props, error: props.error ?? (isUnreadable ? props.unreadable : undefined) };
  return (
    <Field id={id} {...field}>
      <div class="input input-short">
        <input
          {...describedControl(id, field)}
          class="num"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={text}
          onInput={(event) => {
            const typed = event.currentTarget.value;
            props.onInput(write(typed), typed);
          }}
          onBlur={leave}
        />
        <span class="affix" aria-hidden="true">
          €
        </span>
      </div>
    </Field>
  );
}
