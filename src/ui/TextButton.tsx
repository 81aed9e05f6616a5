import type { ComponentChildren } from 'preact';

type TextButtonProps = {
  children: ComponentChildren;
  /** The whole name for screen readers; must contain the words. */
  name?: string | undefined;
  onClick: () => void;
};

/** The quietest way on, at the end of a row or below a question: words only. */
export function TextButton({ children, name, onClick }: TextButtonProps) {
  return (
    <button type="button" class="text-button" aria-label={name} onClick={onClick}>
      {children}
    </button>
  );
}
