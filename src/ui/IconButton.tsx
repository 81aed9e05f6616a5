import { Icon } from './Icon.tsx';
import type { IconNode } from './icons.ts';

type IconButtonProps = {
  icon: IconNode;
  /** The whole name. */
  label: string;
  /** A word of the label that stands beside the icon where there is room. */
  word?: string | undefined;
  /** Said by a tooltip, such as the key that does the same. */
  hint?: string | undefined;
  onClick: () => void;
};

/** A small thing to do that is always there. */
export function IconButton({ icon, label, word, hint, onClick }: IconButtonProps) {
  return (
    <button type="button" class="icon-button icon-button-worded" aria-label={label} title={hint} onClick={onClick}>
      <Icon icon={icon} />
      {word !== undefined && (
        <span class="icon-button-word" aria-hidden="true">
          {word}
        </span>
      )}
    </button>
  );
}
