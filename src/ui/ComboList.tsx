import { useLayoutEffect, useRef } from 'preact/hooks';
import { classNames } from './class-names.ts';
import type { Option } from './option-search.ts';

type ComboListProps = {
  id: string;
  label: string;
  options: readonly Option[];
  active: number;
  nothingFound: string;
  onChoose: (option: Option) => void;
};

/** The list under a combo. The focus never comes here: it stays in the text, which points at the active option. */
export function ComboList({ id, label, options, active, nothingFound, onChoose }: ComboListProps) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div class="combo-list">
      <div ref={list} id={`${id}-list`} class="combo-options" role="listbox" aria-label={label}>
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the text field has the keyboard
          <div
            key={option.value}
            id={`${id}-${index}`}
            class={classNames('combo-option', index === active && 'combo-option-active')}
            role="option"
            aria-selected={index === active}
            // Keeps the focus in the text field, whose leaving would close the list before the click arrives.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(option)}
          >
            {option.label}
          </div>
        ))}
      </div>
      {options.length === 0 && <p class="combo-nothing soft">{nothingFound}</p>}
    </div>
  );
}
