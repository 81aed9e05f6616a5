import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useOnce } from './use-once.ts';

type FormProps = {
  /** Where it gives a promise, sending again before its end does nothing. */
  onSubmit: () => unknown;
  /** Grows with every try that failed; then the focus goes to the first wrong field, or else to the message that says why. */
  failedTries?: number | undefined;
  /** Selector of the control that gets the focus when the form opens in the middle of a page. */
  startAt?: string | undefined;
  /** For a button that sends it from outside. */
  id?: string | undefined;
  /** Name for screen readers, where the page has several forms. */
  label?: string | undefined;
  children: ComponentChildren;
};

/** A native form, so that Enter sends it and password managers know it; its children stand below each other. */
export function Form({ onSubmit, failedTries = 0, startAt, id, label, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const once = useOnce();
  useLayoutEffect(() => {
    const first = startAt === undefined ? undefined : form.current?.querySelector<HTMLElement>(startAt);
    first?.focus();
    // The focus alone is content with a field that lies where news does; this heeds the padding of what scrolls.
    first?.scrollIntoView({ block: 'nearest' });
  }, []);
  useLayoutEffect(() => {
    if (failedTries === 0) return;
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    const message = form.current?.querySelector<HTMLElement>('[role="alert"]');
    if (wrong) focusIn(wrong);
    else message?.scrollIntoView({ block: 'nearest' });
  }, [failedTries]);
  return (
    <form
      ref={form}
      id={id}
      class="form"
      // Else the browser writes what is typed, in clear, into its session files; passwords have their own word for it.
      autoComplete="off"
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        once(onSubmit);
      }}
    >
      {children}
    </form>
  );
}

/** A group of chips is no control itself: its first answer is. */
function focusIn(wrong: HTMLElement): void {
  const control = wrong.matches('fieldset') ? wrong.querySelector<HTMLElement>('input, button') : wrong;
  (control ?? wrong).focus();
}
