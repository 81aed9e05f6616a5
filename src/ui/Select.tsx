import { useId } from 'preact/hooks';
import { describedControl, Field, type FieldProps } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { chevronDownIcon } from './icons.ts';

type SelectProps<T extends string> = FieldProps & {
  options: readonly { value: T; label: string }[];
  value: T | undefined;
  onInput: (value: T | undefined) => void;
  /** The words of no answer: "Scegli…". */
  emptyLabel: string;
};

/** One of a list of middle length, by the device's own picker. */
export function Select<T extends string>(props: SelectProps<T>) {
  const id = useId();
  const onChange = (chosen: string) => props.onInput(props.options.find((option) => option.value === chosen)?.value);
  return (
    <Field id={id} {...props}>
      <div class="input input-select">
        <select
          {...describedControl(id, props)}
          value={props.value ?? ''}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          <option value="">{props.emptyLabel}</option>
          {props.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon icon={chevronDownIcon} />
      </div>
    </Field>
  );
}
