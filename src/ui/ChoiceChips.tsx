import { useId, useState } from 'preact/hooks';
import { Chip } from './Chip.tsx';
import { FieldGroup, type FieldProps } from './Field.tsx';

type Choice<T extends string> = { value: T; label: string };

type ChoiceChipsProps<T extends string> = FieldProps & {
  /** The commonest answers, always shown. "Unknown" is one of them where it may be answered. */
  choices: readonly Choice<T>[];
  /** All other answers, shown after `moreLabel` is tapped; a chosen one is always shown. */
  rest?: readonly Choice<T>[] | undefined;
  moreLabel?: string | undefined;
  /** `moreLabel` leads to another control of the caller's instead, for lists too long for chips; leave it out once that is open. */
  onMore?: (() => void) | undefined;
} & (
    | {
        many?: false | undefined;
        value: T | undefined;
        /** Undefined when the person takes the answer back by tapping it again. */
        onInput: (value: T | undefined) => void;
      }
    | { many: true; value: readonly T[]; onInput: (value: T[]) => void }
  );

/** A question answered by taps: native radios (or tick boxes, with `many`) that look like chips. */
export function ChoiceChips<T extends string>(props: ChoiceChipsProps<T>) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const isChosen = (value: T) => (props.many ? props.value.includes(value) : props.value === value);
  const rest = props.rest ?? [];
  const shown = [...props.choices, ...(isOpen ? rest : rest.filter((choice) => isChosen(choice.value)))];

  const toggle = (value: T) => {
    if (!props.many) props.onInput(isChosen(value) ? undefined : value);
    else if (isChosen(value)) props.onInput(props.value.filter((other) => other !== value));
    else props.onInput([...props.value, value]);
  };

  return (
    <FieldGroup id={id} role={props.many ? 'group' : 'radiogroup'} {...props}>
      <div class="chips">
        {shown.map((choice) => (
          <Chip
            key={choice.value}
            type={props.many ? 'checkbox' : 'radio'}
            name={id}
            value={choice.value}
            isChosen={isChosen(choice.value)}
            onToggle={() => toggle(choice.value)}
          >
            {choice.label}
          </Chip>
        ))}
        {(props.onMore !== undefined || (rest.length > 0 && !isOpen)) && (
          <button type="button" class="chip" aria-expanded="false" onClick={props.onMore ?? (() => setIsOpen(true))}>
            {props.moreLabel}
          </button>
        )}
      </div>
    </FieldGroup>
  );
}
