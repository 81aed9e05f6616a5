/** Puts the focus on the page's main part, past the ways to other pages. */
export function focusMain(): void {
  document.getElementById('main')?.focus({ preventScroll: true });
}

/** After a change of route: a screen reader tells where one is now, unless the page has put the focus where it begins itself. */
export function focusHeading(): void {
  if (document.activeElement !== null && document.activeElement !== document.body) return;
  document.querySelector<HTMLElement>('#main h1')?.focus({ preventScroll: true });
}
