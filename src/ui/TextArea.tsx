import { useId } from 'preact/hooks';
import { describedControl, Field, type FieldProps } from './Field.tsx';

type TextAreaProps = FieldProps & {
  value: string;
  onInput: (value: string) => void;
  rows?: number | undefined;
  maxLength?: number | undefined;
};

/** Several lines of text; grows with them where the browser can. */
export function TextArea(props: TextAreaProps) {
  const id = useId();
  return (
    <Field id={id} {...props}>
      <div class="input input-area">
        <textarea
          {...describedControl(id, props)}
          rows={props.rows ?? 3}
          maxLength={props.maxLength}
          // Session files of the browser hold the text of every field that does not say so.
          autoComplete="off"
          dir="auto"
          value={props.value}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      </div>
    </Field>
  );
}
