import type { ComponentChildren } from 'preact';

/** The last line of a flat card, which leads on: one link or button, with or without rows above it. */
export function CardFooter({ children }: { readonly children: ComponentChildren }) {
  return <div class="rows-footer">{children}</div>;
}
