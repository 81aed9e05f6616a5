import { Avatar } from './Avatar.tsx';
import { Brand } from './Brand.tsx';
import { Icon } from './Icon.tsx';
import { plusIcon } from './icons.ts';
import type { Account, NavItem } from './nav-item.ts';

type RailProps = {
  label: string;
  brand: { title: string; subtitle: string };
  items: readonly NavItem[];
  primaryAction?: { href: string; label: string } | undefined;
  account: Account;
};

/** The frame's places at the start edge, for wide landscape screens. */
export function Rail({ label, brand, items, primaryAction, account }: RailProps) {
  return (
    <nav class="rail" aria-label={label}>
      <Brand {...brand} />
      {primaryAction && (
        <a class="rail-add" href={primaryAction.href}>
          <Icon icon={plusIcon} />
          {primaryAction.label}
        </a>
      )}
      <ul class="rail-items">
        {items.map((item) => (
          <li key={item.href}>
            <RailLink item={item} />
          </li>
        ))}
      </ul>
      <a class="rail-item rail-account" href={account.href}>
        <Avatar initials={account.initials} small />
        <span>{account.name}</span>
      </a>
    </nav>
  );
}

/** One place with its count; also used in the sheet behind "More". */
export function RailLink({ item }: { item: NavItem }) {
  return (
    <a class="rail-item" href={item.href} aria-current={item.current ? 'page' : undefined}>
      <Icon icon={item.icon} />
      <span>{item.label}</span>
      {item.count !== undefined && item.count > 0 && <span class="count num">{item.count}</span>}
    </a>
  );
}
