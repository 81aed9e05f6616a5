import { useEffect, useRef } from 'preact/hooks';

/** The whole day's queue by keyboard. Each key does what a visible button does; a person who speaks to the device can switch them off. */
export type ReviewKey = 'validate' | 'return' | 'next' | 'previous' | 'select';

const ACTION_BY_KEY: Readonly<Record<string, ReviewKey>> = {
  v: 'validate',
  r: 'return',
  j: 'next',
  k: 'previous',
  x: 'select',
};

type Pressed = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'repeat'>;

/** What a key means. Held down it only walks: a heavy finger must not validate ten records. */
export function findReviewKey({ key, altKey, ctrlKey, metaKey, repeat }: Pressed): ReviewKey | undefined {
  if (altKey || ctrlKey || metaKey) return undefined;
  const action = ACTION_BY_KEY[key.toLowerCase()];
  return repeat && action !== 'next' && action !== 'previous' ? undefined : action;
}

/** Where letters are text. */
const TYPING = 'input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable]';

export function useReviewKeys(isOn: boolean, onKey: (action: ReviewKey) => void): void {
  const latest = useRef(onKey);
  latest.current = onKey;
  useEffect(() => {
    if (!isOn) return;
    const listen = (event: KeyboardEvent) => {
      const action = findReviewKey(event);
      if (action === undefined || event.defaultPrevented) return;
      if (document.activeElement?.matches(TYPING) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      latest.current(action);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [isOn]);
}
