import type { ComponentChildren } from 'preact';

/** The last word of a form or review, always in reach at the foot of its place. */
export function ActionBar({ children }: { children: ComponentChildren }) {
  return <div class="action-bar">{children}</div>;
}
