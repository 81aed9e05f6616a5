import { useId } from 'preact/hooks';
import { describedControl, Field, type FieldProps } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { chevronDownIcon } from './icons.ts';

type SelectProps<T extends string> = FieldProps & {
  /** Options with the same `group` stand together under its name. */
  options: readonly { value: T; label: string; group?: string | undefined }[];
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
          // As in TextArea: else the browser writes the answer, in clear, into its session files.
          autoComplete="off"
          value={props.value ?? ''}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          <option value="">{props.emptyLabel}</option>
          {[...Map.groupBy(props.options, ({ group }) => group)].map(([group, options]) =>
            group === undefined ? (
              <SelectOptions key="" options={options} />
            ) : (
              <optgroup key={group} label={group}>
                <SelectOptions options={options} />
              </optgroup>
            ),
          )}
        </select>
        <Icon icon={chevronDownIcon} />
      </div>
    </Field>
  );
}

function SelectOptions({ options }: { options: readonly { value: string; label: string }[] }) {
  return (
    <>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </>
  );
}
