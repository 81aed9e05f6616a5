import { classNames } from './class-names.ts';

type Filter<T extends string> = { value: T; label: string; count?: string | undefined };

type FilterChipsProps<T extends string> = {
  label: string;
  filters: readonly Filter<T>[];
  value: T;
  onInput: (value: T) => void;
};

/** Which part of a list is shown, with counts, written as numbers are here; exactly one is on. */
export function FilterChips<T extends string>({ label, filters, value, onInput }: FilterChipsProps<T>) {
  return (
    <fieldset class="filters">
      <legend class="sr-only">{label}</legend>
      {filters.map((filter) => (
        <button
          key={filter.value}
          type="button"
          class={classNames('chip', 'chip-small', filter.value === value && 'chip-on')}
          aria-pressed={filter.value === value}
          onClick={() => onInput(filter.value)}
        >
          {filter.label}
          {filter.count !== undefined && <span class="num"> {filter.count}</span>}
        </button>
      ))}
    </fieldset>
  );
}
