import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { describedControl, Field, type FieldProps } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { searchIcon } from './icons.ts';

type TextFieldProps = FieldProps & {
  value: string;
  onInput: (value: string) => void;
  onBlur?: (() => void) | undefined;
  type?: 'text' | 'search' | 'tel' | 'email' | 'url' | undefined;
  /** The keyboard to show, where the type does not say it. */
  inputMode?: 'text' | 'numeric' | 'decimal' | 'none' | undefined;
  autoComplete?: string | undefined;
  autoCapitalize?: 'none' | 'sentences' | 'words' | 'characters' | undefined;
  spellcheck?: boolean | undefined;
  maxLength?: number | undefined;
  placeholder?: string | undefined;
  /** The language or direction of what is written, if it is not the page's. */
  dir?: 'auto' | 'ltr' | undefined;
  /** Inside the frame, after the text; a search has its sign there. */
  suffix?: ComponentChildren;
};

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const id = useId();
  const suffix = props.suffix ?? (props.type === 'search' ? <Icon icon={searchIcon} /> : undefined);
  return (
    <Field id={id} {...props}>
      <div class="input">
        <input
          {...describedControl(id, props)}
          // The cast: Preact types each input type by itself; these differ only in keyboard and autofill.
          type={(props.type ?? 'text') as 'text'}
          value={props.value}
          inputMode={props.inputMode}
          autoComplete={props.autoComplete ?? 'off'}
          autoCapitalize={props.autoCapitalize}
          spellcheck={props.spellcheck ?? false}
          maxLength={props.maxLength}
          placeholder={props.placeholder}
          dir={props.dir ?? 'auto'}
          onInput={(event) => props.onInput(event.currentTarget.value)}
          onBlur={() => props.onBlur?.()}
        />
        {suffix !== undefined && <span class="affix">{suffix}</span>}
      </div>
    </Field>
  );
}
