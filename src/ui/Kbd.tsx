/** The key that does the same, shown small. Decoration: the control itself carries `aria-keyshortcuts`. */
export function Kbd({ name }: { name: string }) {
  return (
    <span aria-hidden="true">
      <kbd class="kbd">{name}</kbd>
    </span>
  );
}
