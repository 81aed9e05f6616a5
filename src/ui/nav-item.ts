import type { IconNode } from './icons.ts';

/** A place of the app in the frame; `count` is what waits there. */
export type NavItem = {
  href: string;
  label: string;
  icon: IconNode;
  count?: number | undefined;
  current?: boolean | undefined;
};

/** The person who works here now, and where their settings are. */
export type Account = { initials: string; name: string; href: string };
