import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

type FullScreenProps = {
  /** Id of its heading. */
  labelledBy: string;
  /** Of its content, where that speaks another language than the app. */
  lang?: string | undefined;
  dir?: 'ltr' | 'rtl' | undefined;
  /** Asked for by Escape and by the browser's back gesture. Without it only what stands inside leads away. */
  onClose?: (() => void) | undefined;
  children: ComponentChildren;
};

/**
 * From edge to edge over everything else, open as long as it is rendered. A modal `<dialog>`: what lies below keeps its state, and can
 * neither be seen, reached nor heard.
 */
export function FullScreen({ labelledBy, lang, dir, onClose, children }: FullScreenProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    // Chromium closes at the second Escape whatever a listener says (https://html.spec.whatwg.org/#close-watcher).
    if (onClose === undefined) element?.setAttribute('closedby', 'none');
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="full-screen"
      aria-labelledby={labelledBy}
      lang={lang}
      dir={dir}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      {children}
    </dialog>
  );
}
