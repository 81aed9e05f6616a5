import type { ComponentChildren } from 'preact';
import type { ButtonVariant } from './Button.tsx';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import type { IconNode } from './icons.ts';

type LinkButtonProps = {
  href: string;
  children: ComponentChildren;
  variant?: ButtonVariant | undefined;
  big?: boolean | undefined;
  wide?: boolean | undefined;
  icon?: IconNode | undefined;
  name?: string | undefined;
  /** File name, when the link saves a file. */
  download?: string | undefined;
};

/** A link that looks like a button: it goes somewhere (or saves a file), so it opens in a new tab and shows its address. */
export function LinkButton({ href, children, variant = 'main', big, wide, icon, name, download }: LinkButtonProps) {
  return (
    <a
      href={href}
      download={download}
      aria-label={name}
      class={classNames('btn', `btn-${variant}`, big && 'btn-big', wide && 'btn-wide')}
    >
      {icon && <Icon icon={icon} />}
      <span>{children}</span>
    </a>
  );
}
