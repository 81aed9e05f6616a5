import { useId } from 'preact/hooks';
import { describedControl, Field, type FieldProps } from './Field.tsx';

type TimeFieldProps = FieldProps & {
  /** "17:42". */
  value: string | undefined;
  onInput: (value: string | undefined) => void;
};

/** A time of day with the device's own picker. */
export function TimeField(props: TimeFieldProps) {
  const id = useId();
  return (
    <Field id={id} {...props}>
      <div class="input input-short">
        <input
          {...describedControl(id, props)}
          class="num"
          type="time"
          value={props.value ?? ''}
          onInput={(event) => props.onInput(event.currentTarget.value || undefined)}
        />
      </div>
    </Field>
  );
}
