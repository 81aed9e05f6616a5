import { useId, useRef } from 'preact/hooks';
import { Avatar } from './Avatar.tsx';
import { barSlots } from './bar-slots.ts';
import { Icon } from './Icon.tsx';
import { moreIcon, plusIcon } from './icons.ts';
import type { Account, NavItem } from './nav-item.ts';
import { RailLink } from './Rail.tsx';

type BottomBarProps = {
  label: string;
  items: readonly NavItem[];
  primaryAction?: { href: string; label: string } | undefined;
  moreLabel: string;
  account: Account;
};

/** The frame's places at the foot, for phones and upright tablets; what does not fit opens as a sheet (native popover). */
export function BottomBar({ label, items, primaryAction, moreLabel, account }: BottomBarProps) {
  const sheetId = useId();
  const sheet = useRef<HTMLDivElement>(null);
  const { before, after, more } = barSlots(items, primaryAction !== undefined);
  const moreCount = more.reduce((sum, item) => sum + (item.count ?? 0), 0);
  const isMoreCurrent = more.some((item) => item.current);
  return (
    <nav class="bar" aria-label={label}>
      {before.map((item) => (
        <BarLink key={item.href} item={item} />
      ))}
      {primaryAction && (
        <a class="bar-item bar-add" href={primaryAction.href} aria-label={primaryAction.label}>
          <span class="bar-plus">
            <Icon icon={plusIcon} />
          </span>
        </a>
      )}
      {after.map((item) => (
        <BarLink key={item.href} item={item} />
      ))}
      <button type="button" class={isMoreCurrent ? 'bar-item bar-item-current' : 'bar-item'} popoverTarget={sheetId}>
        <BarIcon icon={moreIcon} count={moreCount} />
        <span>{moreLabel}</span>
      </button>
      {/* A tap on a place inside also closes the sheet: the page stays, only the route changes. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: listens to its links' clicks */}
      <div ref={sheet} id={sheetId} popover="auto" class="sheet" onClick={() => sheet.current?.hidePopover()}>
        {more.map((item) => (
          <RailLink key={item.href} item={item} />
        ))}
        <a class="rail-item" href={account.href}>
          <Avatar initials={account.initials} small />
          <span>{account.name}</span>
        </a>
      </div>
    </nav>
  );
}

function BarLink({ item }: { item: NavItem }) {
  return (
    <a
      class={item.current ? 'bar-item bar-item-current' : 'bar-item'}
      href={item.href}
      aria-current={item.current ? 'page' : undefined}
    >
      <BarIcon icon={item.icon} count={item.count ?? 0} />
      <span>{item.label}</span>
    </a>
  );
}

function BarIcon({ icon, count }: { icon: NavItem['icon']; count: number }) {
  return (
    <span class="bar-icon">
      <Icon icon={icon} />
      {count > 0 && <span class="count num">{count}</span>}
    </span>
  );
}
