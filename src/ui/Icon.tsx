import { h } from 'preact';
import type { IconNode } from './icons.ts';

/** A picture beside words, never instead of them: hidden from screen readers. `mirrored` turns it round in right-to-left text. */
export function Icon({ icon, mirrored }: { icon: IconNode; mirrored?: boolean | undefined }) {
  return (
    <svg class={mirrored ? 'icon mirrored' : 'icon'} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {icon.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}
