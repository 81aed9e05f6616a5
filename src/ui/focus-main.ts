/** Puts the focus on the page's main part, so that a screen reader starts there; call it after a change of route. */
export function focusMain(): void {
  document.getElementById('main')?.focus({ preventScroll: true });
}
