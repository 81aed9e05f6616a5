import { useId, useRef, useState } from 'preact/hooks';
import { ComboChosen } from './ComboChosen.tsx';
import { ComboList } from './ComboList.tsx';
import { describedControl, Field, type FieldProps } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { chevronDownIcon } from './icons.ts';
import { findOptions, type Option } from './option-search.ts';

type ComboProps = FieldProps & {
  options: readonly Option[];
  /** "Nessuna lingua con questo nome". */
  nothingFound: string;
  placeholder?: string | undefined;
} & (
    | { many?: false | undefined; value: string | undefined; onInput: (value: string | undefined) => void }
    | {
        many: true;
        value: readonly string[];
        onInput: (value: string[]) => void;
        /** Name of the button that takes one away: "Togli wolof". */
        removeLabel: (label: string) => string;
      }
  );

/**
 * One or several of a long list, found by typing (ARIA Authoring Practices: editable combobox with list autocomplete). Only what is in
 * the list can be chosen: other text is put back on leaving.
 */
export function Combo(props: ComboProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState<string | undefined>(undefined);
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(0);

  const chosen = props.many ? props.value : props.value === undefined ? [] : [props.value];
  const labelOf = (value: string) => props.options.find((option) => option.value === value)?.label ?? value;
  const restingText = props.many || props.value === undefined ? '' : labelOf(props.value);
  const offered = isOpen
    ? findOptions(props.many ? props.options.filter(({ value }) => !chosen.includes(value)) : props.options, text ?? '')
    : [];

  const close = () => {
    setIsOpen(false);
    setText(undefined);
  };
  const open = () => {
    setIsOpen(true);
    setActive(0);
  };
  const choose = (option: Option) => {
    if (props.many) props.onInput([...props.value, option.value]);
    else props.onInput(option.value);
    close();
  };
  const leave = () => {
    // Emptied by hand means: no answer.
    if (!props.many && text === '') props.onInput(undefined);
    close();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const option = offered[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!isOpen) return open();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive(offered.length === 0 ? 0 : (active + step + offered.length) % offered.length);
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      if (option) choose(option);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      close();
    } else if (event.key === 'Backspace' && props.many && (text ?? '') === '') {
      props.onInput(props.value.slice(0, -1));
    }
  };

  return (
    <Field id={id} {...props}>
      <div class="combo">
        {props.many && (
          <ComboChosen
            chosen={chosen.map((value) => ({ value, label: labelOf(value) }))}
            removeLabel={props.removeLabel}
            onRemove={(value) => {
              props.onInput(chosen.filter((other) => other !== value));
              input.current?.focus();
            }}
          />
        )}
        <div class="input input-select">
          <input
            {...describedControl(id, props)}
            ref={input}
            type="text"
            role="combobox"
            autoComplete="off"
            spellcheck={false}
            dir="auto"
            placeholder={props.placeholder}
            aria-autocomplete="list"
            aria-expanded={isOpen}
            aria-controls={`${id}-list`}
            aria-activedescendant={isOpen && offered[active] ? `${id}-${active}` : undefined}
            value={text ?? restingText}
            onInput={(event) => {
              setText(event.currentTarget.value);
              open();
            }}
            onClick={open}
            onKeyDown={onKeyDown}
            onBlur={leave}
          />
          <Icon icon={chevronDownIcon} />
        </div>
        {isOpen && (
          <ComboList
            id={id}
            label={props.label}
            options={offered}
            active={active}
            nothingFound={props.nothingFound}
            onChoose={choose}
          />
        )}
        <span class="sr-only" role="status">
          {isOpen && offered.length === 0 ? props.nothingFound : ''}
        </span>
      </div>
    </Field>
  );
}
