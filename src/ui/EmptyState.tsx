import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import type { IconNode } from './icons.ts';

type EmptyStateProps = { icon: IconNode; title: string; text?: ComponentChildren; action?: ComponentChildren };

/** Nothing here yet, said kindly, and the way on. */
export function EmptyState({ icon, title, text, action }: EmptyStateProps) {
  return (
    <div class="empty">
      <Icon icon={icon} />
      <p class="empty-title">{title}</p>
      {text && <p class="soft">{text}</p>}
      {action}
    </div>
  );
}
