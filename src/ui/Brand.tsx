import { Icon } from './Icon.tsx';
import { contactIcon } from './icons.ts';

/** Our sign, the product's name and where we are. */
export function Brand({ title, subtitle }: { title: string; subtitle: string }) {
  return (
    <div class="brand">
      <span class="brand-sign">
        <Icon icon={contactIcon} />
      </span>
      <span class="brand-words">
        <strong>{title}</strong>
        <span class="small">{subtitle}</span>
      </span>
    </div>
  );
}
