import { useId, useRef } from 'preact/hooks';
import { describedControl, Field, type FieldProps } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { calendarIcon } from './icons.ts';
import { useTypedText } from './typed-text.ts';

type DateFieldProps = FieldProps & {
  /** ISO calendar date, "2026-11-23". */
  value: string | undefined;
  /** The date, and the text as typed: text without a date cannot be read yet. */
  onInput: (value: string | undefined, typed: string) => void;
  typed?: string | undefined;
  /** The caller's reading of people's dates ("oggi", "ieri", "3/11"). */
  parse: (text: string) => string | undefined;
  /** The date as one types it: "23/11/2026". */
  dateToText: (iso: string) => string;
  /** The date read back, so that one sees how it was understood: "lunedì 23 novembre 2026". */
  readBack: (iso: string) => string;
  unreadable: string;
  /** Name of the calendar button; without it there is none. */
  calendarLabel?: string | undefined;
};

/** A date in the person's own words, read back in full; the browser's calendar beside it. */
export function DateField(props: DateFieldProps) {
  const id = useId();
  const picker = useRef<HTMLInputElement>(null);
  const { text, isUnreadable, write, leave } = useTypedText({
    value: props.value,
    typed: props.typed,
    valueToText: props.dateToText,
    parse: props.parse,
  });
  const field = { ...props, error: props.error ?? (isUnreadable ? props.unreadable : undefined) };
  return (
    <Field id={id} {...field}>
      <div class="input">
        <input
          {...describedControl(id, field)}
          class="num"
          type="text"
          autoComplete="off"
          autoCapitalize="none"
          value={text}
          onInput={(event) => {
            const typed = event.currentTarget.value;
            props.onInput(write(typed), typed);
          }}
          onBlur={leave}
        />
        <output class="affix read-back" for={id}>
          {props.value === undefined ? '' : props.readBack(props.value)}
        </output>
        {props.calendarLabel !== undefined && (
          <button
            type="button"
            class="input-button"
            aria-label={props.calendarLabel}
            disabled={props.disabled ?? false}
            onClick={() => picker.current?.showPicker()}
          >
            <Icon icon={calendarIcon} />
          </button>
        )}
        {/* Only lends its calendar; the text field is the control that people and screen readers use. */}
        <input
          ref={picker}
          class="picker"
          type="date"
          tabIndex={-1}
          aria-hidden="true"
          value={props.value ?? ''}
          onChange={(event) => {
            const iso = event.currentTarget.value;
            if (iso !== '') props.onInput(iso, props.dateToText(iso));
          }}
        />
      </div>
    </Field>
  );
}
