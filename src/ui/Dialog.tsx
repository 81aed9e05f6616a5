import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import { closeIcon } from './icons.ts';

type DialogProps = {
  title: string;
  closeLabel: string;
  /** Asked for by the cross, by Escape and by the browser's back gesture; the caller then stops rendering the dialog. */
  onClose: () => void;
  children: ComponentChildren;
  /** Buttons at the foot, the safe one first. */
  actions?: ComponentChildren;
};

/** A modal question on the native `<dialog>`, open as long as it is rendered; the browser keeps the focus in and gives it back. */
export function Dialog({ title, closeLabel, onClose, children, actions }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // close() before the element leaves the page: only then the browser returns the focus to where it was.
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div class="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <button type="button" class="icon-button" aria-label={closeLabel} onClick={onClose}>
          <Icon icon={closeIcon} />
        </button>
      </div>
      <div class="dialog-body">{children}</div>
      {actions && <div class="dialog-actions">{actions}</div>}
    </dialog>
  );
}
