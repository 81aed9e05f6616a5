import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

type LoadingProps = {
  /** What is going on: "Apro le schede". */
  label: string;
  done?: number | undefined;
  total?: number | undefined;
  /** n of m in words: "3 di 7". */
  detail?: string | undefined;
  /** The way out of long work. */
  action?: ComponentChildren;
};

/** Long work with a bar of n of m; without `total` the bar only moves. */
export function Loading({ label, done, total, detail, action }: LoadingProps) {
  const labelId = useId();
  const isKnown = total !== undefined && total > 0;
  return (
    <div class="loading">
      <p class="loading-words">
        <span id={labelId}>{label}</span>
        {detail && <span class="soft num">{detail}</span>}
      </p>
      {isKnown ? (
        <progress aria-labelledby={labelId} max={total} value={Math.min(done ?? 0, total)} />
      ) : (
        <progress aria-labelledby={labelId} />
      )}
      {action}
    </div>
  );
}
