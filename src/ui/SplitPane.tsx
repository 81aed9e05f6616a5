import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import { chevronBackIcon } from './icons.ts';

type SplitPaneProps = {
  listLabel: string;
  detailLabel: string;
  /** Above the list: a `FilterChips`. */
  filters?: ComponentChildren;
  list: ComponentChildren;
  /** What can be done with the chosen ones of the list; always in sight. */
  many?: ComponentChildren;
  detail: ComponentChildren;
  /** On a narrow screen only one of the two is shown: this one. */
  shown: 'list' | 'detail';
  backLabel: string;
  onBack: () => void;
};

/** Queue at the start, the chosen thing beside it; on a phone one after the other. Needs `AppFrame` with `flush`. */
export function SplitPane(props: SplitPaneProps) {
  const { listLabel, detailLabel, filters, list, many, detail, shown, backLabel, onBack } = props;
  return (
    <div class={`split split-on-${shown}`}>
      <section class="split-list" aria-label={listLabel}>
        {filters && <div class="split-filters">{filters}</div>}
        {list}
        {many && <div class="split-many">{many}</div>}
      </section>
      <section class="split-detail" aria-label={detailLabel}>
        <button type="button" class="split-back link" onClick={onBack}>
          <Icon icon={chevronBackIcon} mirrored />
          {backLabel}
        </button>
        {detail}
      </section>
    </div>
  );
}
