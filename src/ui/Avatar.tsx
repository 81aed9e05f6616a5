import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import type { IconNode } from './icons.ts';

type AvatarProps = { initials?: string | undefined; icon?: IconNode | undefined; small?: boolean | undefined };

/** The initials of a person of ours in a circle; always beside the name, so hidden from screen readers. */
export function Avatar({ initials, icon, small }: AvatarProps) {
  return (
    <span class={classNames('avatar', small && 'avatar-small', icon && 'avatar-dashed')} aria-hidden="true">
      {icon ? <Icon icon={icon} /> : initials}
    </span>
  );
}
