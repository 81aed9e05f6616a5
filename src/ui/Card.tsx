import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { classNames } from './class-names.ts';

type CardProps = {
  title?: ComponentChildren;
  /** Small words after the title: "12 servizi · 9 persone". */
  aside?: ComponentChildren;
  /** Small words above: "ULTIMA TAPPA". */
  eyebrow?: string | undefined;
  /** No padding: for a `RowList`, whose lines go from edge to edge. */
  flat?: boolean | undefined;
  /** The one to choose among several. */
  marked?: boolean | undefined;
  /** Aside at the end of the line instead of after the title. */
  asideAtEnd?: boolean | undefined;
  children: ComponentChildren;
};

/** White paper on the ground; with a title it is a region of the page. */
export function Card({ title, aside, eyebrow, flat, marked, asideAtEnd, children }: CardProps) {
  const titleId = useId();
  return (
    <section
      class={classNames('card', flat && 'card-flat', marked && 'card-marked')}
      aria-labelledby={title ? titleId : undefined}
    >
      {eyebrow && <p class="eyebrow">{eyebrow}</p>}
      {title && (
        <div class={classNames('card-head', asideAtEnd && 'card-head-spread')}>
          <h2 id={titleId}>{title}</h2>
          {aside && <span class="soft">{aside}</span>}
        </div>
      )}
      {children}
    </section>
  );
}
