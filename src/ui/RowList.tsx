import type { ComponentChildren } from 'preact';
import { CardFooter } from './CardFooter.tsx';
import { classNames } from './class-names.ts';

type RowListProps = {
  children: ComponentChildren;
  /** The list's name, where no title stands above it. */
  label?: string | undefined;
  /** Id of words that name it, where they are no title. */
  labelledBy?: string | undefined;
  /** A last line that leads on: a link or button. */
  footer?: ComponentChildren;
  /** Inside a padded card: the lines stop at the text. */
  inset?: boolean | undefined;
};

/** A list of `CardRow`s with hairlines between. */
export function RowList({ children, label, labelledBy, footer, inset }: RowListProps) {
  return (
    <>
      <ul class={classNames('rows', inset && 'rows-inset')} aria-label={label} aria-labelledby={labelledBy}>
        {children}
      </ul>
      {footer && <CardFooter>{footer}</CardFooter>}
    </>
  );
}
