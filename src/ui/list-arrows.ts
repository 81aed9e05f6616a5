/** Arrow up and down step between the rows of a list, onto each row's first control. Typing fields keep their arrows. */
export function moveFocusByArrow(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const { target } = event;
  if (!(target instanceof Element) || target.matches('select, textarea, input:not([type=checkbox])')) return;
  const row = target.closest('li');
  const neighbour = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling;
  const control = neighbour?.querySelector<HTMLElement>('a[href], button, input');
  if (!control) return;
  event.preventDefault();
  control.focus();
}
