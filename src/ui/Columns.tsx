import type { ComponentChildren } from 'preact';
import { classNames } from './class-names.ts';

type ColumnsProps = {
  main: ComponentChildren;
  side: ComponentChildren;
  /** The thing to do next: above `side`, and above everything on a narrow screen. */
  lead?: ComponentChildren;
};

/** What matters first, and what belongs beside it (below, on a narrow screen). */
export function Columns({ main, side, lead }: ColumnsProps) {
  return (
    <div class="columns-place">
      <div class={classNames('columns', lead !== undefined && 'columns-led')}>
        {lead !== undefined && <div class="columns-lead">{lead}</div>}
        <div class="stack">{main}</div>
        <div class="stack">{side}</div>
      </div>
    </div>
  );
}
