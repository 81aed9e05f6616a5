import type { ComponentChildren } from 'preact';

/** Things below each other (or, with `inline`, beside each other as long as they fit) with the usual gap. */
export function Stack({ children, inline }: { children: ComponentChildren; inline?: boolean | undefined }) {
  return <div class={inline ? 'stack-inline' : 'stack'}>{children}</div>;
}
