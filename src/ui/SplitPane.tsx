import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import { chevronBackIcon } from './icons.ts';

type SplitPaneProps = {
  listLabel: string;
  detailLabel: string;
  /** Above the list: a `FilterChips`. */
  filters?: ComponentChildren;
  list: ComponentChildren;
  detail: ComponentChildren;
  /** On a narrow screen only one of the two is shown: this one. */
  shown: 'list' | 'detail';
  backLabel: string;
  onBack: () => void;
};

/** Queue at the start, the chosen thing beside it; on a phone one after the other. Needs `AppFrame` with `flush`. */
export function SplitPane({ listLabel, detailLabel, filters, list, detail, shown, backLabel, onBack }: SplitPaneProps) {
  return (
    <div class={`split split-on-${shown}`}>
      <section class="split-list" aria-label={listLabel}>
        {filters && <div class="split-filters">{filters}</div>}
        {list}
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
