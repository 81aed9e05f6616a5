import type { ComponentChildren } from 'preact';

/** What matters first, and what belongs beside it (below, on a narrow screen). */
export function Columns({ main, side }: { main: ComponentChildren; side: ComponentChildren }) {
  return (
    <div class="columns">
      <div class="stack">{main}</div>
      <div class="stack">{side}</div>
    </div>
  );
}
