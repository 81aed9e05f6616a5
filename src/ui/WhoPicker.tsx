import { useId } from 'preact/hooks';
import { Avatar } from './Avatar.tsx';
import type { IconNode } from './icons.ts';

type Who = {
  value: string;
  name: string;
  detail?: string | undefined;
  initials?: string | undefined;
  icon?: IconNode | undefined;
};

type WhoPickerProps = {
  /** Name of the group for screen readers, usually the page's title. */
  label: string;
  people: readonly Who[];
  value: string | undefined;
  onInput: (value: string) => void;
};

/** Who am I on this shared device: one card a person, native radios inside. */
export function WhoPicker({ label, people, value, onInput }: WhoPickerProps) {
  const name = useId();
  return (
    <fieldset class="who">
      <legend class="sr-only">{label}</legend>
      {people.map((who) => (
        <label key={who.value} class="who-card">
          <input
            class="sr-only"
            type="radio"
            name={name}
            value={who.value}
            checked={who.value === value}
            onChange={() => onInput(who.value)}
          />
          <Avatar initials={who.initials} icon={who.icon} />
          <span>{who.name}</span>
          {who.detail && <span class="small">{who.detail}</span>}
        </label>
      ))}
    </fieldset>
  );
}
